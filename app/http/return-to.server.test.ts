import { describe, expect, test } from 'vitest';
import { pageOf, safeReturnTo } from './return-to.server.ts';

describe('coming back to where one was', () => {
  test('a page of ours with its filters is kept', () => {
    expect(safeReturnTo('/incidents?kind=oil_tar#list')).toBe('/incidents?kind=oil_tar#list');
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'incidents',
    '',
    `/${'a'.repeat(3000)}`,
  ])('%j leads to the first page instead', (value) => {
    expect(safeReturnTo(value)).toBe('/');
  });

  test('a missing value leads to what was asked for instead', () => {
    expect(safeReturnTo(null, '/settings')).toBe('/settings');
  });

  test('after an action one comes back to the page of its form', () => {
    const request = (referer?: string) =>
      new Request('http://localhost/incidents/2026-0001/confirm', {
        method: 'POST',
        ...(referer ? { headers: { referer } } : {}),
      });
    expect(pageOf(request('http://localhost/incidents/2026-0001?x=1'))).toBe('/incidents/2026-0001?x=1');
    expect(pageOf(request('http://elsewhere.example/incidents'))).toBe('/');
    expect(pageOf(request())).toBe('/');
    expect(pageOf(new Request('http://localhost/today?a=b'))).toBe('/today?a=b');
  });
});
