import { describe, expect, test } from 'vitest';
import { comesFromHere, isOwnOrigin } from './cross-origin.ts';

const own = ['https://tideline.example.org'];
const ask = (method: string, site?: string, origin?: string) => comesFromHere({ method, site, origin, own });

describe('who may send something that changes the forum', () => {
  test('reading is free for everybody', () => {
    expect(ask('GET', 'cross-site', 'https://elsewhere.example')).toBe(true);
    expect(ask('HEAD')).toBe(true);
  });

  test('our own pages may, and what the reader typed into the address bar', () => {
    expect(ask('POST', 'same-origin', 'https://tideline.example.org')).toBe(true);
    expect(ask('POST', 'none')).toBe(true);
    expect(ask('DELETE', undefined, 'https://tideline.example.org')).toBe(true);
  });

  test('pages of others may not, not even of a neighbouring host', () => {
    expect(ask('POST', 'cross-site', 'https://tideline.example.org')).toBe(false);
    expect(ask('POST', 'same-site')).toBe(false);
    expect(ask('POST', undefined, 'https://elsewhere.example')).toBe(false);
    expect(ask('POST', undefined, 'http://tideline.example.org')).toBe(false);
    expect(ask('OPTIONS', undefined, 'https://elsewhere.example')).toBe(false);
  });

  test('who does not say where it comes from may not', () => {
    expect(ask('POST')).toBe(false);
    expect(ask('POST', undefined, 'null')).toBe(false);
    expect(isOwnOrigin(undefined, own)).toBe(false);
    expect(isOwnOrigin('null', ['null'])).toBe(false);
  });
});
