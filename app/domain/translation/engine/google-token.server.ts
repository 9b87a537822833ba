import { createSign } from 'node:crypto';
import fs from 'node:fs';
import { z } from 'zod';
import { ask, type Asked } from './ask.server.ts';

/** What Google's console writes into the key file of a service account, as far as it is needed. */
const accountShape = z.object({
  type: z.literal('service_account'),
  project_id: z.string().min(1),
  private_key_id: z.string().optional(),
  private_key: z.string().startsWith('-----BEGIN'),
  client_email: z.string().min(3),
  token_uri: z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'),
});

export type ServiceAccount = z.output<typeof accountShape>;

/**
 * Reads the key file of a service account.
 * @throws an Error with one sentence; nothing of the file stands in it
 */
export function readServiceAccount(file: string): ServiceAccount {
  const refusal = 'Tideline cannot start. GOOGLE_TRANSLATE_KEY_FILE is no key file of a service account.';
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Error(refusal);
  }
  const read = accountShape.safeParse(json);
  if (!read.success) throw new Error(refusal);
  return read.data;
}

/** Gives a bearer token that is good for the request that is about to be made. */
export type GiveToken = {
  (): Promise<Asked<string>>;
  /** It was refused: the next one is a new one. */
  forget: () => void;
};

const scope = 'https://www.googleapis.com/auth/cloud-translation';
/** A new one is fetched so long before the old one ends: a request must not outlive its token. */
const earlyMs = 5 * 60_000;
const lifetimeSeconds = 3_600;

/**
 * Tokens of a service account: one is fetched with a signed claim (RFC 7523), kept for all requests, and renewed before it
 * ends, once however many ask. While it is still good an endpoint that is down does no harm.
 */
export function tokensOf(account: ServiceAccount, timeoutMs: number, now = Date.now): GiveToken {
  let held: { token: string; renewAt: number; endsAt: number } | undefined;
  let renewing: Promise<Asked<string>> | undefined;

  const renew = async (): Promise<Asked<string>> => {
    const asked = await ask({
      url: account.token_uri,
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: claim(account, now()),
      }),
      shape: z.object({ access_token: z.string().min(1), expires_in: z.number().positive() }),
      timeoutMs,
    });
    if (!asked.ok) return held && now() < held.endsAt ? { ok: true, value: held.token } : asked;
    const { access_token: token, expires_in: seconds } = asked.value;
    const endsAt = now() + seconds * 1000;
    // One that lives shorter than that is used for the first half of its life.
    held = { token, endsAt, renewAt: Math.max(endsAt - earlyMs, now() + seconds * 500) };
    return { ok: true, value: token };
  };
  const give = () => {
    if (held && now() < held.renewAt) return Promise.resolve({ ok: true as const, value: held.token });
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return Object.assign(give, {
    forget: () => {
      held = undefined;
    },
  });
}

function claim(
  { client_email: iss, private_key: key, private_key_id: kid, token_uri: aud }: ServiceAccount,
  ms: number,
) {
  const iat = Math.floor(ms / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'RS256', typ: 'JWT', ...(kid && { kid }) });
  const said = `${head}.${part({ iss, scope, aud, iat, exp: iat + lifetimeSeconds })}`;
  return `${said}.${createSign('RSA-SHA256').update(said).sign(key, 'base64url')}`;
}

/** A token that an operator wrote down; whoever renews it starts the server again. */
export function fixedToken(token: string): GiveToken {
  return Object.assign(() => Promise.resolve({ ok: true as const, value: token }), { forget: () => {} });
}
