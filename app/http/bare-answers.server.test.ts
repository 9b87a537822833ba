import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { done, refuse } from '#app/domain/result.ts';
import { answer } from './answer.server.ts';
import { withBareAnswers } from './bare-answers.server.ts';

const route = (id: string, module: Partial<ServerBuild['routes'][string]['module']>) => ({
  id,
  path: id === 'root' ? '' : id,
  ...(id !== 'root' && { parentId: 'root' }),
  module: { default: undefined, ...module },
});

/** A build with two doors and no page. */
const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: () => new Response('page') } },
  routes: {
    root: route('root', { default: () => null }),
    refused: route('refused', { action: () => answer(refuse('already_changed')) }),
    done: route('done', { action: () => answer(done(7)) }),
    away: route('away', { action: () => answer(done(7), { to: '/today' }) }),
  },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
  isSpaMode: false,
};

const post = (path: string) =>
  createRequestHandler(withBareAnswers(build), 'production')(
    new Request(`http://localhost/${path}`, { method: 'POST', body: new URLSearchParams() }),
    { cspNonce: '', requestId: '', build: null },
  );

test('a script that posts to a URL without a page learns by the status that it was refused', async () => {
  const refused = await post('refused');
  expect([refused.status, await refused.json()]).toEqual([409, { refusal: 'already_changed' }]);
  const taken = await post('done');
  expect([taken.status, await taken.json()]).toEqual([200, { refusal: null, value: 7 }]);
  const away = await post('away');
  expect([away.status, away.headers.get('location')]).toEqual([303, '/today']);
});
