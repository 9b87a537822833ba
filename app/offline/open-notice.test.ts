import { expect, test } from 'vitest';
import { type NoticeWindow, openNotice } from './open-notice.ts';

const origin = 'https://forum.example';
const href = '/threads/0192f0c0-0000-7000-8000-000000000001?at=7#entry-7';

/** A browser with these windows open; `done` is what happened to them, in order. */
function aBrowser(windows: (Partial<Pick<NoticeWindow, 'focused'>> & { at: string; stuck?: boolean })[]) {
  const done: string[] = [];
  const clients = {
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => {
      expect(options).toEqual({ type: 'window', includeUncontrolled: false });
      return Promise.resolve(
        windows.map(({ at, focused = false, stuck = false }, index) => ({
          url: `${origin}${at}`,
          focused,
          navigate: (address: string) => {
            if (stuck) return Promise.reject(new TypeError('It is gone.'));
            done.push(`${index} goes to ${address.replace(origin, '')}`);
            return Promise.resolve();
          },
          focus: () => Promise.resolve(void done.push(`${index} comes to the front`)),
        })),
      );
    },
    openWindow: (address: string) => Promise.resolve(void done.push(`opens ${address.replace(origin, '')}`)),
  };
  return { clients, done };
}

test('with no window open, a new one opens at the post', async () => {
  const { clients, done } = aBrowser([]);
  await openNotice(href, origin, clients);
  expect(done).toEqual([`opens ${href}`]);
});

test('of several windows the one that shows the thread already goes to the post and comes to the front', async () => {
  const thread = href.split('?')[0] ?? '';
  const { clients, done } = aBrowser([{ at: '/today', focused: true }, { at: `${thread}?at=2` }]);
  await openNotice(href, origin, clients);
  expect(done).toEqual(['1 comes to the front', `1 goes to ${href}`]);
});

test('else the one that is used, else the first', async () => {
  const used = aBrowser([{ at: '/map' }, { at: '/today', focused: true }]);
  await openNotice(href, origin, used.clients);
  expect(used.done).toEqual(['1 comes to the front', `1 goes to ${href}`]);
  const first = aBrowser([{ at: '/map' }, { at: '/today' }]);
  await openNotice(href, origin, first.clients);
  expect(first.done[1]).toBe(`0 goes to ${href}`);
});

test('a window that cannot be led there does not lose the message', async () => {
  const { clients, done } = aBrowser([{ at: '/today', stuck: true }]);
  await openNotice(href, origin, clients);
  expect(done.at(-1)).toBe(`opens ${href}`);
});

test.each([
  undefined,
  7,
  'https://elsewhere.example/threads/1',
  '//elsewhere.example',
  'javascript:alert(1)',
  'http://[',
])('what leads elsewhere leads to the inbox: %s', async (told) => {
  const { clients, done } = aBrowser([]);
  await openNotice(told, origin, clients);
  expect(done).toEqual(['opens /inbox']);
});
