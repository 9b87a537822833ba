import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnv } from '#app/env.server.ts';
import { type StandIn, startStandIn } from '#tests/translation-stand-in.ts';
import { type Glossary, noGlossary } from '../glossary.ts';
import { enginesOf } from './configured-engines.server.ts';
import { retryAfterMs } from './ask.server.ts';
import { engineNames } from './provider.ts';
import { inParts, translateText } from './translate-text.server.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.asked.length = 0;
  standIn.faults.length = 0;
});

const glossary: Glossary = {
  version: 'v1',
  terms: [
    { id: 'pot', ko: '통발', zh: '地笼', en: 'trap' },
    { id: 'dead-pot', ko: '폐통발', zh: '废弃地笼', en: 'derelict trap' },
    { id: 'seosan', ko: '서산', zh: '瑞山', en: 'Seosan' },
  ],
};

/** Every engine is the stand-in, by the configuration that an operator writes. */
function engineOf(name: (typeof engineNames)[number], more: Record<string, string> = {}) {
  const { url } = standIn;
  const env = readEnv({
    TRANSLATION_ENGINES: `*:${name}`,
    TRANSLATION_TIMEOUT_MS: '1500',
    LIBRETRANSLATE_URL: url,
    DEEPL_URL: url,
    DEEPL_API_KEY: 'key-of-deepl',
    PAPAGO_URL: url,
    PAPAGO_KEY_ID: 'id-of-papago',
    PAPAGO_KEY: 'key-of-papago',
    AZURE_TRANSLATOR_URL: url,
    AZURE_TRANSLATOR_KEY: 'key-of-azure',
    AZURE_TRANSLATOR_REGION: 'koreacentral',
    GOOGLE_TRANSLATE_URL: url,
    GOOGLE_TRANSLATE_PROJECT: 'p',
    GOOGLE_TRANSLATE_TOKEN: 'token-of-google',
    ...more,
  });
  const provider = enginesOf(env).for('ko', 'zh');
  if (!provider) throw new Error('There must be an engine.');
  return provider;
}

const pair = { source: 'ko', target: 'zh' } as const;
const plain = { ...pair, text: '부표 340개를 <수거>했습니다 & 끝.', glossary: noGlossary };
const withTerm = { ...pair, text: '서산 앞바다 폐통발 12개와 통발 3개', glossary };
const withPeople = {
  ...pair,
  text: '문의: gildong@example.org, 041-670-2000 또는 +82 10-1234-5678. 자료 https://example.org/a?b=1 참고.',
  glossary: noGlossary,
};

describe.each(engineNames)('%s', (name) => {
  test('translates, with every sign that means something in markup', async () => {
    expect(await translateText(engineOf(name), plain)).toMatchObject({
      ok: true,
      text: '译文 340译文 <译文>译文 & 译文.',
    });
    expect(standIn.asked).toMatchObject([{ engine: name, source: 'ko', target: 'zh' }]);
  });

  test('never gets to see a mail address, a phone number or a link; they come back where they stood', async () => {
    const translated = await translateText(engineOf(name), withPeople);
    expect(JSON.stringify(standIn.asked.map(({ body }) => body))).not.toMatch(/example|670|5678/);
    expect(translated).toMatchObject({
      ok: true,
      text: expect.stringMatching(
        /gildong@example\.org, 041-670-2000 .*\+82 10-1234-5678\. .*https:\/\/example\.org\/a\?b=1/,
      ),
    });
  });

  test('uses the agreed words, the longest first', async () => {
    const translated = await translateText(engineOf(name), withTerm);
    expect(translated).toMatchObject({ ok: true, terms: ['dead-pot', 'pot', 'seosan'] });
    expect(translated).toMatchObject({ text: expect.stringMatching(/瑞山.*废弃地笼 12.* 地笼 3/) });
  });

  test.each([
    ['busy', { kind: 'busy', retryAfterMs: 7_000 }],
    ['quota', { kind: 'quota' }],
    ['error', { kind: 'unavailable' }],
    ['timeout', { kind: 'timeout' }],
    ['cut', { kind: 'unreadable' }],
    ['html', { kind: 'unreadable' }],
    ['echo', { kind: 'echo' }],
    ['wrong_language', { kind: 'wrong_language' }],
  ] as const)('says what went wrong: %s', async (fault, expected) => {
    standIn.faults.push(fault);
    expect(await translateText(engineOf(name), plain)).toEqual({ ok: false, fault: expected });
    expect(standIn.asked).toHaveLength(1);
    expect(await translateText(engineOf(name), plain)).toMatchObject({ ok: true });
  });

  test.each(['lost', 'doubled'] as const)(
    'asks again without the agreed words when one comes back %s',
    async (fault) => {
      // why: Azure takes the word with its translation and has no id to lose; there a mail address is.
      const isDictionary = name === 'azure';
      standIn.faults.push(fault);
      const translated = await translateText(engineOf(name), withTerm);
      expect(translated).toMatchObject({ ok: true });
      expect(standIn.asked).toHaveLength(isDictionary ? 1 : 2);
      if (!isDictionary) expect(standIn.asked[1]?.text).toContain('폐통발');
    },
  );

  test.each(['lost', 'doubled'] as const)(
    'fails rather than show a text whose address is %s',
    async (fault) => {
      standIn.faults.push(fault);
      expect(await translateText(engineOf(name), withPeople)).toEqual({
        ok: false,
        fault: { kind: 'placeholder' },
      });
      expect(standIn.asked).toHaveLength(1);
    },
  );
});

test('an engine that keeps a glossary is told to use it, and gets the words as they are', async () => {
  const provider = engineOf('deepl', { TRANSLATION_GLOSSARIES: 'deepl:ko-zh:glossary-1' });
  await translateText(provider, withTerm);
  expect(standIn.asked).toMatchObject([{ text: withTerm.text, body: { glossary_id: 'glossary-1' } }]);
  standIn.asked.length = 0;
  await translateText(engineOf('papago', { TRANSLATION_GLOSSARIES: 'papago:ko-zh:g2' }), withTerm);
  expect(standIn.asked).toMatchObject([{ text: withTerm.text, body: { glossaryKey: 'g2' } }]);
  standIn.asked.length = 0;
  await translateText(engineOf('google', { TRANSLATION_GLOSSARIES: 'google:ko-zh:g3' }), withTerm);
  expect(standIn.asked).toMatchObject([
    { body: { glossaryConfig: { glossary: 'projects/p/locations/global/glossaries/g3' } } },
  ]);
});

test('keys stand in headers only, where each engine wants them', async () => {
  for (const name of ['deepl', 'papago', 'azure', 'google'] as const) {
    standIn.asked.length = 0;
    await translateText(engineOf(name), plain);
    const [asked] = standIn.asked;
    expect(JSON.stringify(asked?.headers)).toMatch(new RegExp(`(key|token)-of-${name}`));
    expect(`${asked?.url} ${JSON.stringify(asked?.body)}`).not.toMatch(/-of-/);
  }
});

test('what comes back is cleaned like anything that somebody typed', async () => {
  standIn.says.set('조심하십시오.', '请注意海面上的漂浮物\u0000\u202E<script>alert(1)</script>\uD800');
  const translated = await translateText(engineOf('papago'), { ...pair, text: '조심하십시오.', glossary });
  expect(translated).toMatchObject({ ok: true, text: '请注意海面上的漂浮物<script>alert(1)</script>' });
});

test('a compound is no term with a rest, and a term inside another word is none', async () => {
  await translateText(engineOf('papago'), { ...pair, text: '교통발전과 어통발은 그대로 둡니다.', glossary });
  expect(standIn.asked).toMatchObject([{ text: '교통발전과 어통발은 그대로 둡니다.' }]);
});

test('a text without words is asked of nobody', async () => {
  expect(await translateText(engineOf('deepl'), { ...plain, text: '340 / 1.2' })).toMatchObject({
    text: '340 / 1.2',
  });
  expect(standIn.asked).toEqual([]);
});

test('a long text goes in parts that fit, and comes back whole', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `${i}번째 줄입니다. 부표가 밀려왔습니다.`).join('\n');
  const translated = await translateText(engineOf('papago'), { ...plain, text });
  expect(standIn.asked.length).toBeGreaterThan(1);
  for (const { text: part } of standIn.asked) expect(part.length).toBeLessThanOrEqual(5_000);
  expect(translated.ok && translated.text.split('\n')).toHaveLength(400);
  expect(inParts(text, 5_000).join('')).toBe(text);
});

test('Retry-After is seconds or a date, at most a day', () => {
  const now = Date.parse('2026-11-20T00:00:00Z');
  expect(retryAfterMs('30', now)).toBe(30_000);
  expect(retryAfterMs('Fri, 20 Nov 2026 00:01:00 GMT', now)).toBe(60_000);
  expect(retryAfterMs('999999999', now)).toBe(86_400_000);
  expect(retryAfterMs('soon', now)).toBeNull();
  expect(retryAfterMs(null, now)).toBeNull();
});

test('no engine by default, and a start that names the variable when one is wrong', () => {
  expect(enginesOf(readEnv({})).for('ko', 'zh')).toBeNull();
  expect(() => readEnv({ TRANSLATION_ENGINES: 'ko-jp:papago' })).toThrow(/TRANSLATION_ENGINES.*ko-jp:papago/);
  expect(() => enginesOf(readEnv({ TRANSLATION_ENGINES: '*:deepl' }))).toThrow(/deepl.*no address or key/);
  const env = readEnv({
    TRANSLATION_ENGINES: 'ko-zh:papago *:libretranslate',
    PAPAGO_KEY_ID: 'i',
    PAPAGO_KEY: 'k',
    LIBRETRANSLATE_URL: 'http://127.0.0.1:5000/',
  });
  expect(enginesOf(env).for('ko', 'zh')).toMatchObject({ name: 'papago', place: 'KR' });
  expect(enginesOf(env).for('en', 'zh')).toMatchObject({ name: 'libretranslate', place: 'own' });
});
