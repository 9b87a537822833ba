/** The value of one cookie of a Cookie header. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

type Attributes = {
  /** Seconds; 0 deletes. */
  maxAge: number;
  httpOnly: boolean;
  secure: boolean;
};

/** One Set-Cookie header for the whole site. `value` must be free of `;` and spaces. */
export function cookieHeader(name: string, value: string, { maxAge, httpOnly, secure }: Attributes): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAge}`, 'SameSite=Lax'];
  if (httpOnly) parts.push('HttpOnly');
  if (secure) parts.push('Secure');
  return parts.join('; ');
}

const yearSeconds = 365 * 24 * 60 * 60;

/** A preference of this browser (language, theme, Enter key). Scripts of the page may read it. */
export function preferenceCookie(name: string, value: string, secure: boolean): string {
  return cookieHeader(name, value, { maxAge: yearSeconds, httpOnly: false, secure });
}
