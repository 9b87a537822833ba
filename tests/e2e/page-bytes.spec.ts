import { expect, test } from './fixtures.ts';

const paths = [
  '/today',
  '/map',
  '/incidents',
  '/incidents/new',
  '/threads',
  '/actions',
  '/actions/new',
  '/members',
];

for (const seat of ['taean-officer', 'weihai-officer'] as const)
  test(`what ${seat} reads arrives without a character that nobody wrote`, async ({ asSeat }) => {
    const { request } = await asSeat(seat);
    const broken: string[] = [];
    for (const path of paths) {
      const body = await (await request.get(path)).body();
      expect(body.length).toBeGreaterThan(1_000);
      if (body.includes(0) || body.includes('\uFFFD')) broken.push(path);
    }
    expect(broken).toEqual([]);
  });
