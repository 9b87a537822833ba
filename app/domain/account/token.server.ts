import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes that only their holder knows; the database keeps the hash. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** SHA-256, hex. Enough for a token that is random; never for a password. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
