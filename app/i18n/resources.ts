import type { Language } from './languages.ts';

type Namespaces = Record<string, Record<string, unknown>>;

const ko = import.meta.glob<Record<string, unknown>>('../../locales/ko/*.json', { import: 'default' });
const zh = import.meta.glob<Record<string, unknown>>('../../locales/zh/*.json', { import: 'default' });
const en = import.meta.glob<Record<string, unknown>>('../../locales/en/*.json', { import: 'default' });

/** All words of one language by namespace; a browser downloads only the languages that it shows. */
export async function loadWords(language: Language): Promise<Namespaces> {
  const files = { ko, zh, en }[language];
  const entries = Object.entries(files).map(async ([file, load]) => {
    const namespace = /([\w-]+)\.json$/.exec(file)?.[1];
    if (!namespace) throw new Error(`${file} is no namespace.`);
    return [namespace, await load()] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
