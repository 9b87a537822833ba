import { z } from 'zod';
import { Language } from '#prisma/generated/enums.ts';
import { momentOf } from '../incident/incident.ts';
import { attachedInput, longestPost } from '../thread/post.ts';

/** The options of a proposal that names none of its own. Keys of `decision:option.<key>`. */
export const usualOptions = ['agree', 'abstain', 'disagree'] as const;

const longestOption = 120;
export const mostOptions = 6;
const longestWords = 2000;
const minute = 60_000;
/** A government needs time to ask inside. */
const shortestMs = 10 * minute;

/** An outcome or a reason: words with their language, or nothing. */
const words = z.string().trim().max(longestWords, 'too_long').default('');

/** A proposal with who is asked and until when; a wall clock in `zone`. Messages are keys of `form`. */
export const proposeDecisionSchema = z
  .object({
    clientKey: z.uuid(),
    language: z.enum(Language, 'required'),
    body: z.string('required').trim().min(1, 'required').max(longestPost, 'too_long'),
    options: z
      .array(z.string().trim().max(longestOption, 'too_long').optional())
      .default([])
      .transform((rows) => [...new Set(rows.flatMap((row) => row || []))])
      .refine((rows) => rows.length !== 1 && rows.length <= mostOptions, 'options_two_to_six'),
    governments: z.array(z.string()).min(1, 'choose_governments'),
    deadline: z.string('required').min(1, 'required'),
    zone: z.enum(['Asia/Seoul', 'Asia/Shanghai']),
    ...attachedInput,
  })
  .transform(({ deadline: wall, zone, ...rest }, context) => {
    const deadline = momentOf(wall, zone);
    if (deadline === null || deadline.getTime() < Date.now() + shortestMs) {
      const message = deadline === null ? 'not_a_date' : 'in_the_past';
      context.addIssue({ code: 'custom', path: ['deadline'], message, input: wall });
      return z.NEVER;
    }
    return { ...rest, deadline };
  });

export type ProposeDecisionInput = z.output<typeof proposeDecisionSchema>;

/** The place of the chosen option, and why. */
export const answerDecisionSchema = z.object({
  choice: z.coerce.number().int().min(0),
  reason: words,
  language: z.enum(Language),
});

/** What came of it, in the words of who proposed it. */
export const closeDecisionSchema = z.object({ outcome: words, language: z.enum(Language) });

/** How many options a proposal has. */
export function optionCount({ options }: { options: readonly string[] }): number {
  return options.length === 0 ? usualOptions.length : options.length;
}

/** The own options of a proposal as one text, a line each: so they are translated. */
export function optionText(options: readonly string[]): string {
  return options.join('\n');
}

/** The options that such a text names, in their order. */
export function optionLines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}
