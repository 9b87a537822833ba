import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import { Language } from '#prisma/generated/enums.ts';
import { governmentSelect } from '../government/government.ts';

export const handoverInput = z.object({ handoverId: z.uuid() });
export const itemInput = handoverInput.extend({ threadId: z.uuid() });

const words = { language: z.enum(Language) };

/** An empty note is none. */
export const noteInput = z.object({ text: z.string().trim().max(2000).default(''), ...words });
export const returnInput = z.object({ text: z.string().trim().min(1).max(1000), ...words });

const person = { select: { id: true, name: true, nameLatin: true } } as const;

/** A handover with its seat and who leaves it. */
export const handoverSelect = {
  id: true,
  startedAt: true,
  seat: {
    select: {
      id: true,
      governmentId: true,
      role: true,
      titleKo: true,
      titleZh: true,
      titleEn: true,
      government: { select: governmentSelect },
    },
  },
  tenure: { select: { from: true, to: true, accountId: true, account: person } },
  items: {
    select: {
      threadId: true,
      note: true,
      noteLanguage: true,
      state: true,
      reason: true,
      reasonLanguage: true,
      answeredAt: true,
    },
  },
} as const satisfies Prisma.HandoverSelect;

export type Handover = Prisma.HandoverGetPayload<{ select: typeof handoverSelect }>;
