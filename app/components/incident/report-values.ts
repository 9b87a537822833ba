/** What stands in a report's fields, as a form sends it: every name with its values. */
export type ReportValues = { readonly [name: string]: readonly string[] | undefined };

/** The first value of a field. */
export function valueOf(values: ReportValues, name: string): string | undefined {
  return values[name]?.[0];
}

/** How many rows of a repeated group (`amounts[0].item`) hold something, at least `least`. */
export function rowsIn(values: ReportValues, group: string, least: number): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const found = new RegExp(`^${group}\\[(\\d+)\\]\\.`).exec(name);
    return found && values[name]?.some((value) => value !== '') ? Number(found[1]) + 1 : [];
  });
  return Math.max(least, ...numbers);
}

/** The fields of a form without its files. */
export function readValues(form: FormData): ReportValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') (values[name] ??= []).push(value);
  }
  return values;
}

/** The nested values that the server gives back, by the names of their fields. */
export function flatten(nested: unknown, name = ''): ReportValues {
  if (typeof nested === 'string') return { [name]: [nested] };
  if (Array.isArray(nested)) {
    if (nested.every((value) => typeof value === 'string')) return { [name]: nested };
    return Object.assign({}, ...nested.map((value, index) => flatten(value, `${name}[${index}]`)));
  }
  if (typeof nested !== 'object' || nested === null) return {};
  const parts = Object.entries(nested).map(([key, value]) =>
    flatten(value, name === '' ? key : `${name}.${key}`),
  );
  return Object.assign({}, ...parts);
}
