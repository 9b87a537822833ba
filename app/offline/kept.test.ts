import { describe, expect, test } from 'vitest';
import { isKept, isOfKept, isWrittenOn, keptAddresses, presentMoment, wayOf } from './kept.ts';

const at = (path: string) => new URL(path, 'https://tideline.example.org');

describe('what the service worker does with a request', () => {
  test('files by their hash and tiles come from the device, pages from the network first', () => {
    expect(wayOf(at('/assets/root-Cy_kdCAs.js'), false)).toBe('asset');
    expect(wayOf(at('/tiles/base/6/53/24.pbf?v=1'), false)).toBe('tile');
    expect(wayOf(at('/incidents/new'), true)).toBe('page');
    expect(wayOf(at('/incidents/new.data?_routes=root'), false)).toBe('data');
    expect(wayOf(at('/map/incidents.json?kind=oil_tar'), false)).toBe('data');
  });

  test('photos, exports, sockets and plain fetches are left alone', () => {
    expect(wayOf(at('/photos/8f14e45f/small'), false)).toBe(null);
    expect(wayOf(at('/incidents.csv?kind=oil_tar'), true)).toBe(null);
    expect(wayOf(at('/incidents.xlsx'), true)).toBe(null);
    expect(wayOf(at('/socket.io/?EIO=4'), false)).toBe(null);
    expect(wayOf(at('/incidents/nearby?kind=oil_tar'), false)).toBe(null);
  });

  test('the report page and the lists are kept, no incident and no thread', () => {
    for (const path of ['/incidents/new', '/incidents?kind=oil_tar', '/map', '/today', '/threads.data'])
      expect(isKept(at(path)), path).toBe(true);
    for (const path of ['/incidents/2026-0001', '/threads/1', '/settings', '/', '/sign-in', '/map/2026-0001'])
      expect(isKept(at(path)), path).toBe(false);
  });

  test('a page with a text that the device keeps may be kept, once somebody writes there; forms of steps never', () => {
    for (const path of ['/incidents/2026-0001', '/threads/1?a=1', '/actions/new', '/actions/2026-01.data'])
      expect(isWrittenOn(at(path)), path).toBe(true);
    for (const path of [
      '/incidents/new',
      '/incidents/2026-0001/resolve',
      '/settings',
      '/threads',
      '/map/2026-0001',
    ])
      expect(isWrittenOn(at(path)), path).toBe(false);
  });

  test('a whole answer serves where some loaders were asked; lists with other filters never do', () => {
    expect(keptAddresses(at('/incidents.data?kind=oil_tar&_routes=root'))).toEqual([
      '/incidents.data?kind=oil_tar&_routes=root',
      '/incidents.data?kind=oil_tar',
    ]);
    expect(keptAddresses(at('/incidents/new?lat=36'))).toEqual(['/incidents/new?lat=36', '/incidents/new']);
  });
});

describe('how old a page is', () => {
  test('it is of the device when the server said it when the kept answer was given', () => {
    const now = new Date('2026-11-18T09:00:00.400Z');
    expect(isOfKept(now, [Date.parse('2026-11-18T09:00:00Z')])).toBe(true);
    expect(isOfKept(now, [Date.parse('2026-11-18T08:00:00Z')])).toBe(false);
    expect(isOfKept(now, [])).toBe(false);
  });

  test('the clock of the device counts only when the page is old', () => {
    const server = new Date('2026-11-18T09:00:00Z');
    const soon = new Date('2026-11-18T09:03:00Z');
    const later = new Date('2026-11-18T15:00:00Z');
    const before = new Date('2026-11-17T09:00:00Z');
    expect(presentMoment(server, soon)).toBe(server);
    expect(presentMoment(server, before)).toBe(server);
    expect(presentMoment(server, later)).toBe(later);
  });
});
