import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyFaults, type Locales, localeFaults } from './locale-faults.ts';
import { productSources } from './product-sources.ts';

const locales: Locales = {};
for (const language of fs.readdirSync('locales')) {
  const folder = path.join('locales', language);
  locales[language] = Object.fromEntries(
    fs
      .readdirSync(folder)
      .map((name) => [
        path.basename(name, '.json'),
        JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')),
      ]),
  );
}

describe('the words of the product', () => {
  test('Korean, Chinese and English say the same things with the same variables', () => {
    expect(Object.keys(locales).sort()).toEqual(['en', 'ko', 'zh']);
    expect(localeFaults(locales).join('\n')).toBe('');
  });

  // Reads the whole product: on a busy machine that takes longer than five seconds.
  test('every key that a screen asks for is there, and every key is asked for', { timeout: 60_000 }, () => {
    expect(keyFaults(locales, productSources()).join('\n')).toBe('');
  });
});
