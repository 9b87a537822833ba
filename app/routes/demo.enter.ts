import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { chooseSeatInput } from '#app/domain/account/account.ts';
import { findDemoSeats } from '#app/domain/account/find-demo-seats.server.ts';
import { getEnv } from '#app/env.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { openSession } from '#app/http/session.server.ts';

/** A visitor of the demo enters as somebody, without a password. Outside of the demo this address does not exist. */
export async function action({ request }: ActionFunctionArgs) {
  if (!getEnv().DEMO) notFound();
  const form = await readFormData(request);
  const input = chooseSeatInput.safeParse({ seatId: form.get('seatId') });
  if (!input.success) notFound();
  const [seat] = await findDemoSeats(input.data.seatId);
  if (!seat) notFound();
  const headers = { 'Set-Cookie': await openSession(request, seat.person.id, seat.id) };
  return redirect(safeReturnTo(form.get('returnTo')), { status: 303, headers });
}
