import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readEnv } from '#app/env.server.ts';
import { type StandIn, startStandIn } from '#tests/translation-stand-in.ts';
import { noGlossary } from '../glossary.ts';
import { enginesOf } from './configured-engines.server.ts';
import { readServiceAccount, tokensOf } from './google-token.server.ts';
import { translateText } from './translate-text.server.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-key-'));
const file = path.join(folder, 'account.json');
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  standIn.tokens.publicKey = publicKey;
  const account = {
    type: 'service_account',
    project_id: 'p',
    private_key_id: 'k1',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    client_email: 'tideline@p.iam.gserviceaccount.com',
    token_uri: `${standIn.url}/token`,
  };
  fs.writeFileSync(file, JSON.stringify(account));
});
afterAll(async () => {
  await standIn.close();
  fs.rmSync(folder, { recursive: true });
});
beforeEach(() => {
  standIn.asked.length = 0;
  standIn.tokens.given.length = 0;
  Object.assign(standIn.tokens, { isDown: false, seconds: 3_600 });
});

const minute = 60_000;

/** Tokens with a clock that the test moves. */
function aClock() {
  const clock = { now: Date.UTC(2026, 10, 27) };
  return { clock, give: tokensOf(readServiceAccount(file), 1_500, () => clock.now) };
}

test('one token serves everybody until shortly before it ends, and then one new one', async () => {
  const { clock, give } = aClock();
  const first = await Promise.all([give(), give(), give()]);
  expect(first).toEqual(Array(3).fill({ ok: true, value: 'given-1' }));
  clock.now += 54 * minute;
  expect(await give()).toEqual({ ok: true, value: 'given-1' });
  clock.now += 2 * minute;
  expect(await Promise.all([give(), give()])).toEqual(Array(2).fill({ ok: true, value: 'given-2' }));
  expect(standIn.tokens.given).toEqual(['given-1', 'given-2']);
});

test('one that lives shorter than that is used for half of its life', async () => {
  const { clock, give } = aClock();
  standIn.tokens.seconds = 120;
  await give();
  clock.now += 59_000;
  expect(await give()).toEqual({ ok: true, value: 'given-1' });
  clock.now += 2_000;
  expect(await give()).toEqual({ ok: true, value: 'given-2' });
});

test('where no new one is to be had the old one serves as long as it is good, and then there is a fault', async () => {
  const { clock, give } = aClock();
  await give();
  standIn.tokens.isDown = true;
  clock.now += 57 * minute;
  expect(await give()).toEqual({ ok: true, value: 'given-1' });
  clock.now += 4 * minute;
  expect(await give()).toEqual({ ok: false, fault: { kind: 'unavailable' } });
  standIn.tokens.isDown = false;
  expect(await give()).toEqual({ ok: true, value: 'given-2' });
});

test('a text is translated with the key file alone, and when a token was taken back with a new one', async () => {
  const env = readEnv({
    TRANSLATION_ENGINES: '*:google',
    TRANSLATION_TIMEOUT_MS: '1500',
    GOOGLE_TRANSLATE_URL: standIn.url,
    GOOGLE_TRANSLATE_KEY_FILE: file,
  });
  const provider = enginesOf(env).for('ko', 'zh');
  if (!provider) throw new Error('There must be an engine.');
  const say = () =>
    translateText(provider, { source: 'ko', target: 'zh', text: '부표 340개', glossary: noGlossary });
  expect(await say()).toMatchObject({ ok: true, text: '译文 340译文' });
  expect(standIn.asked).toMatchObject([
    { url: '/v3/projects/p/locations/global:translateText', headers: { authorization: 'Bearer given-1' } },
  ]);
  standIn.tokens.given.push('given-elsewhere');
  expect(await say()).toMatchObject({ ok: true });
  expect(standIn.asked.at(-1)?.headers.authorization).toBe('Bearer given-3');
});

test('a file that is no key says so, without a word of it', () => {
  const other = path.join(folder, 'other.json');
  fs.writeFileSync(other, '{"type":"authorized_user","private_key":"secret"}');
  for (const wrong of [other, path.join(folder, 'absent.json')])
    expect(() => readServiceAccount(wrong)).toThrow(
      'Tideline cannot start. GOOGLE_TRANSLATE_KEY_FILE is no key file of a service account.',
    );
});
