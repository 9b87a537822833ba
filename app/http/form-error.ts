import type { z } from 'zod';

/** What zod finds wrong, as a key of the namespace `form`. A message in the schema goes before it. */
export const formErrorKey: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'required';
      if (issue.expected === 'number') return 'not_a_number';
      return issue.expected === 'date' ? 'not_a_date' : 'not_valid';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : 'too_short';
      return issue.origin === 'array' ? 'too_few' : 'number_too_small';
    case 'too_big':
      if (issue.origin === 'string') return 'too_long';
      return issue.origin === 'array' ? 'too_many' : 'number_too_big';
    case 'invalid_format':
      return issue.format === 'email' ? 'not_an_email' : 'not_valid';
    case 'invalid_value':
      return 'choose_one';
    default:
      return 'not_valid';
  }
};
