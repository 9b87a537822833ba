import { beforeAll, expect, test, vi } from 'vitest';
import { pathToEndMails, readMailOff } from './mail-link.server.ts';
import { loadSecrets } from './secrets.server.ts';

beforeAll(async () => {
  vi.stubEnv('SESSION_SECRET', 'a secret of the tests, long enough for it');
  await loadSecrets();
});

const of = { accountId: '01a21bf1-ca85-757b-b2d0-cb689de73870', kind: 'digest' } as const;

test('the link in a mail ends mails of its kind for its reader, and nothing else', () => {
  const token = pathToEndMails(of).replace('/mail/off/', '');
  expect(readMailOff(token)).toEqual(of);
  const another = token.replace('digest', 'at_once');
  const somebodyElse = token.replace('01a21bf1', '01a21bf2');
  for (const wrong of [another, somebodyElse, token.slice(0, -1), `${of.accountId}.digest.`, '', undefined])
    expect(readMailOff(wrong)).toBeNull();
});
