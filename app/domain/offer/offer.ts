import { z } from 'zod';
import { Language, Means, OfferDirection, Visibility } from '#prisma/generated/enums.ts';
import type { Actor, Reader } from '../actor.ts';
import { longestPost, longestTitle } from '../thread/post.ts';

const day = z.iso.date('not_a_date').transform((value) => new Date(`${value}T00:00:00Z`));
const mostCount = 100_000;
const longestPlace = 120;
const dayMs = 86_400_000;

/** Means that a government offers or asks for. Messages are keys of `form`. */
export const makeOfferSchema = z
  .object({
    clientKey: z.uuid(),
    direction: z.enum(OfferDirection, 'choose_one'),
    means: z.enum(Means, 'choose_one'),
    count: z.number().int().min(1).max(mostCount).optional(),
    title: z.string('required').trim().min(1, 'required').max(longestTitle, 'too_long'),
    body: z.string('required').trim().min(1, 'required').max(longestPost, 'too_long'),
    language: z.enum(Language, 'required'),
    place: z.string('required').trim().min(1, 'required').max(longestPlace, 'too_long'),
    from: day,
    until: day,
    visibility: z.enum(Visibility, 'required').extract(['network', 'bilateral']),
    /** The named governments of a bilateral one. */
    audience: z.array(z.string()).default([]),
  })
  .superRefine(({ from, until }, context) => {
    if (until < from) context.addIssue({ code: 'custom', path: ['until'], message: 'end_before_start' });
  });
export type MakeOfferInput = z.output<typeof makeOfferSchema>;

export const withdrawOfferSchema = z.object({
  text: z.string('required').trim().min(1, 'required').max(1000, 'too_long'),
  language: z.enum(Language, 'required'),
});

/** The lists of offers, as their URL names them. A wrong value is no filter. */
export const offerFilterSchema = z.object({
  direction: z.enum(OfferDirection).optional().catch(undefined),
  means: z.enum(Means).optional().catch(undefined),
  /** Taken, withdrawn and over, too. */
  all: z.literal('1').optional().catch(undefined),
});
export type OfferFilter = z.output<typeof offerFilterSchema>;

type Life = { until: Date; withdrawnAt: Date | null; actionItemId: string | null };

/** How an offer stands. Keys of `offer:state.<key>`. */
export function stateOf(offer: Life, now: Date): 'open' | 'taken' | 'withdrawn' | 'over' {
  if (offer.actionItemId !== null) return 'taken';
  if (offer.withdrawnAt !== null) return 'withdrawn';
  return offer.until < firstOpenDay(now) ? 'over' : 'open';
}

/** May it still be taken up? */
export function isOpen(offer: Life, now: Date): boolean {
  return stateOf(offer, now) === 'open';
}

/** An offer until this day or later is not over, by Korea's calendar, which is the first to turn. */
export function firstOpenDay(now: Date): Date {
  return new Date(Math.floor((now.getTime() + 9 * 3_600_000) / dayMs) * dayMs);
}

/** Officers and heads offer and ask for the means of their own government. */
export function mayOffer(actor: Reader): actor is Actor {
  return actor !== null && !actor.formerly && (actor.role === 'officer' || actor.role === 'head');
}

/** Whose it is takes it back. */
export function mayWithdraw(reader: Reader, { governmentId }: { governmentId: string }): boolean {
  return mayOffer(reader) && reader.governmentId === governmentId;
}
