import { describe, expect, test } from 'vitest';
import { done, refuse } from '#app/domain/result.ts';
import { answer } from './answer.server.ts';

const withoutJavaScript = new Request('http://localhost/x', { headers: { 'sec-fetch-mode': 'navigate' } });

function locationOf(answered: unknown): string | null {
  return answered instanceof Response ? answered.headers.get('location') : null;
}

describe('what a verb says, as HTTP', () => {
  test('done leads on, and a reload does not do it again', () => {
    const response = answer(done({ number: '2026-0001' }), { to: ({ number }) => `/incidents/${number}` });
    expect(locationOf(response)).toBe('/incidents/2026-0001');
    expect(response instanceof Response && response.status).toBe(303);
  });

  test('a refusal carries its reason and its status', () => {
    const answered = answer(refuse('already_changed'), { to: '/map' });
    expect(answered).toMatchObject({ data: { refusal: 'already_changed' }, init: { status: 409 } });
  });

  test('without JavaScript a refusal leads back to the page of the form, with its filters', () => {
    const answered = answer(refuse('not_allowed'), {
      back: { request: withoutJavaScript, to: '/map?kind=oil_tar' },
    });
    expect(locationOf(answered)).toBe('/map?kind=oil_tar&refusal=not_allowed');
  });
});
