import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { getEnv } from '#app/env.server.ts';

const secretsFile = z.object({ sessionSecret: z.string().min(32) });

let secret: string | undefined;

/** Makes or reads the secrets at the start, so that a damaged file stops it. */
export async function loadSecrets(): Promise<void> {
  secret = getEnv().SESSION_SECRET ?? (await keptSecret(getEnv().DATA_DIR));
}

/** The key that signs socket tokens. */
export function sessionSecret(): string {
  if (secret === undefined) throw new Error('The secrets are not loaded yet.');
  return secret;
}

/**
 * What the first start made and kept in DATA_DIR/secrets.json, readable by its owner only.
 * @throws an Error with one sentence when that file is damaged
 */
async function keptSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'secrets.json');
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    const made = { sessionSecret: randomBytes(32).toString('base64url') };
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made.sessionSecret;
  }
  const kept = secretsFile.safeParse(parseJson(text));
  if (kept.success) return kept.data.sessionSecret;
  throw new Error(`${file} is damaged. Delete it: the next start makes a new one, and nobody is signed out.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
