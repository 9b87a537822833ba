import { describe, expect, test } from 'vitest';
import { readReason, writeReason } from './report-store.ts';

describe('why a report was not taken, in a header', () => {
  test('the refusal and the faults of fields come as they were sent', () => {
    expect(readReason(writeReason('photo_not_readable', {}))).toEqual({
      refusal: 'photo_not_readable',
      errors: {},
    });
    const errors = { coordinates: ['coordinates_swapped'], title: null, 제목: ['required'] };
    const header = writeReason(null, errors);
    expect(header).toMatch(/^[\x21-\x7e]+$/);
    expect(readReason(header)).toEqual({
      refusal: null,
      errors: { coordinates: ['coordinates_swapped'], 제목: ['required'] },
    });
  });

  test('an answer that says nothing has no reason', () => {
    expect(readReason(null)).toEqual({ refusal: null, errors: {} });
    expect(readReason(encodeURIComponent('{"refusal":3,"errors":{"title":[1]}}'))).toEqual({
      refusal: null,
      errors: {},
    });
  });
});
