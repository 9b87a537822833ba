import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFeed } from '#app/domain/action-item/find-feed.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { writeCalendar } from '#app/http/calendar.server.ts';
import { ownOriginOf } from '#app/http/own-origin.server.ts';
import { makeI18n } from '#app/i18n/i18n.ts';

/** The calendar of a seat, for programs that know its secret address and nothing else. */
export async function loader({ request, params: { token = '' } }: LoaderFunctionArgs) {
  const { language, dates } = (await findFeed(token)) ?? notFound();
  const t = (await makeI18n(language)).getFixedT(null, 'action-item');
  const origin = ownOriginOf(request);
  const body = writeCalendar(t('feed.name'), dates, (number) => `${origin}/actions/${number}`);
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="tideline.ics"',
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
