import { describe, expect, test } from 'vitest';
import { cookieHeader, readCookie } from './cookie.server.ts';

describe('cookies', () => {
  test('one is found among others, by its whole name', () => {
    expect(readCookie('a=1; tideline=token; xtideline=no', 'tideline')).toBe('token');
    expect(readCookie('xtideline=no', 'tideline')).toBeUndefined();
    expect(readCookie(null, 'tideline')).toBeUndefined();
  });

  test('the session is out of reach for scripts, other sites and plain http', () => {
    const header = cookieHeader('__Host-tideline', 'token', { maxAge: 60, httpOnly: true, secure: true });
    expect(header).toBe('__Host-tideline=token; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure');
  });
});
