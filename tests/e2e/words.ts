import fs from 'node:fs';
import path from 'node:path';

/**
 * A word of a screen as its reader gets it, so that tests say what they mean in every language.
 * @throws when the key does not exist
 */
export function word(language: 'ko' | 'zh' | 'en', namespace: string, key: string): string {
  const file = path.resolve(import.meta.dirname, '../../locales', language, `${namespace}.json`);
  const found = key
    .split('.')
    .reduce<unknown>(
      (value, part) => (isRecord(value) ? value[part] : undefined),
      JSON.parse(fs.readFileSync(file, 'utf8')),
    );
  if (typeof found !== 'string') throw new Error(`No word ${namespace}:${key} in ${language}.`);
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
