import type { Rows } from './rows.ts';

/** What a text may name by its key: `{incident:moye-floats}`, `{item:float-marking}`. */
type Numbers = Readonly<Record<'incident' | 'item', ReadonlyMap<string, string>>>;

/** Puts the numbers of what posts name into them and their translations, once everything has its number. */
export function putNumbers(rows: Rows, numbers: Numbers): void {
  const put = (text: string) =>
    text.replace(/\{(incident|item):([\w-]+)\}/g, (_, what: string, key: string) => {
      const number = numbers[what === 'incident' ? 'incident' : 'item'].get(key);
      if (number === undefined)
        throw new Error(`A post of the demo world names ${what} ${key}, which is not there.`);
      return number;
    });
  for (const post of rows.posts) post.body = put(post.body);
  for (const translation of rows.translations) translation.text = put(translation.text);
}
