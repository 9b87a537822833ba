import { expect, test } from 'vitest';
import { faultOf } from './bounded-requests.server.ts';

const files = { 'content-type': 'multipart/form-data; boundary=x' };
const text = { 'content-type': 'application/x-www-form-urlencoded' };

test.each([
  ['a page', '/today?q=net', 'GET', {}, null],
  ['a NUL in the address', '/search?q=%00', 'GET', {}, 400],
  ['a form', '/threads/new', 'POST', { ...text, 'content-length': '2000' }, null],
  ['an empty form', '/sign-out', 'POST', {}, null],
  [
    'a form that does not say how large it is',
    '/threads/new',
    'POST',
    { 'transfer-encoding': 'chunked' },
    411,
  ],
  ['a text of 3 MB', '/threads/new', 'POST', { ...text, 'content-length': '3000000' }, 413],
  ['photos of a member', '/incidents/new', 'POST', { ...files, 'content-length': '90000000' }, null],
  ['photos of a guest', '/incidents/new', 'POST', { ...files, 'content-length': '90000000' }, 413],
  ['more than all photos', '/incidents/new', 'POST', { ...files, 'content-length': '190000000' }, 413],
])('%s', (name, url, method, headers, fault) => {
  expect(faultOf({ url, method, headers }, !name.endsWith('guest'))).toBe(fault);
});
