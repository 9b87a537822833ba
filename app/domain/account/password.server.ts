import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 rounds, 1 lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Makes the hash that the database keeps. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameOnEveryKeyboard(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Is this the password? For an account without one (or none at all) it takes as long and says no. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await nobodys), sameOnEveryKeyboard(password));
  return right && typeof passwordHash === 'string';
}

/** A Mac sends Hangul in pieces, Windows whole (NIST SP 800-63B, 5.1.1.2: normalise). */
function sameOnEveryKeyboard(password: string): string {
  return password.normalize('NFKC');
}
