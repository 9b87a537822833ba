import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

const options = {
  nonce: 'bm9uY2U=',
  origin: 'https://tideline.example.org',
  mapbox: false,
  development: false,
};

describe('what a page may load', () => {
  test('only from this host, scripts by their nonce', () => {
    const policy = contentSecurityPolicy(options);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U='");
    expect(policy).toContain("connect-src 'self' wss://tideline.example.org;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('mapbox');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('the hosts of Mapbox are there with its token only', () => {
    expect(contentSecurityPolicy({ ...options, mapbox: true })).toMatch(
      /connect-src [^;]*https:\/\/\*\.mapbox\.com/,
    );
  });
});
