import { z } from 'zod';
import { type Country, MailKind, MailRhythm } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';

/** Who reads along live needs no mail: what waits for somebody is mailed when they have not read it for so long. */
const graceMs = 60_000;
/** After a long silence of the server nobody wants a heap of old news. */
const oldestMs = 3 * 24 * 60 * 60 * 1000;

/** Hours that a country's clocks are ahead of UTC; neither has summer time. */
const ahead = { KR: 9, CN: 8 } as const satisfies Record<Country, number>;
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** 08:30. */
const morningMs = 8.5 * hourMs;

/** The last moment at which mails of each sort were due: what happened before it is in them. */
export function dueBefore(now: Date): {
  oldest: Date;
  atOnce: Date;
  hourly: Date;
  daily: Record<Country, Date>;
} {
  const at = now.getTime();
  const morning = (country: Country) => {
    const shift = ahead[country] * hourMs - morningMs;
    return new Date(Math.floor((at + shift) / dayMs) * dayMs - shift);
  };
  return {
    oldest: new Date(at - oldestMs),
    atOnce: new Date(at - graceMs),
    hourly: new Date(Math.floor(at / hourMs) * hourMs),
    daily: { KR: morning('KR'), CN: morning('CN') },
  };
}

export const mailChoiceInput = z.object({
  mailsAtOnce: z.boolean().default(false),
  mailRhythm: z.enum(MailRhythm, 'choose_one'),
});

export const noticeRulesInput = z.object({ withoutContent: z.boolean().default(false) });

/** Of a link that ends mails without signing in. */
export const mailOffInput = z.object({ accountId: z.uuid(), kind: z.enum(MailKind) });
export type MailOff = z.output<typeof mailOffInput>;

/** What leaves the house in mails is decided for a government by its head, or by a secretariat seat of its own. */
export function mayDecideNoticeRules(reader: Reader): boolean {
  return reader?.role === 'head' || reader?.role === 'secretariat';
}
