import { describe, expect, it } from 'vitest';
import { settle } from './bottom-sheet.tsx';

const height = 680;

describe('where the sheet comes to rest', () => {
  it('goes to the nearest place when it is let go at rest', () => {
    expect(settle(20, height, 0)).toBe('full');
    expect(settle(300, height, 0)).toBe('half');
    expect(settle(560, height, 0)).toBe('peek');
  });

  it('goes one step on when it is pulled quickly', () => {
    expect(settle(560, height, -1)).toBe('half');
    expect(settle(330, height, -1)).toBe('full');
    expect(settle(20, height, 1)).toBe('half');
    expect(settle(400, height, 1)).toBe('peek');
  });

  it('stays at the ends', () => {
    expect(settle(0, height, -1)).toBe('full');
    expect(settle(584, height, 1)).toBe('peek');
  });
});
