import { describe, expect, test } from 'vitest';
import { dueBefore } from './mail.ts';

describe('mails are due', () => {
  test('daily at 08:30 where the seat is: what happened before this morning, before that yesterday’s', () => {
    // 08:29 and 08:30 in Korea; China is an hour behind.
    expect(dueBefore(new Date('2026-11-16T23:29:59Z')).daily.KR).toEqual(new Date('2026-11-15T23:30:00Z'));
    expect(dueBefore(new Date('2026-11-16T23:30:00Z')).daily).toEqual({
      KR: new Date('2026-11-16T23:30:00Z'),
      CN: new Date('2026-11-16T00:30:00Z'),
    });
    expect(dueBefore(new Date('2026-11-17T00:30:00Z')).daily.CN).toEqual(new Date('2026-11-17T00:30:00Z'));
  });

  test('hourly on the hour, and a minute after what cannot wait', () => {
    const due = dueBefore(new Date('2026-11-16T05:42:10Z'));
    expect(due.hourly).toEqual(new Date('2026-11-16T05:00:00Z'));
    expect(due.atOnce).toEqual(new Date('2026-11-16T05:41:10Z'));
  });
});
