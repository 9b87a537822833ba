import { z } from 'zod';
import { Language, Role } from '#prisma/generated/enums.ts';

/** E-mail addresses are kept in lower case; nobody has two accounts that differ by a capital. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const name = z.string().trim().min(1).max(80);
const title = z.string().trim().min(1).max(120);
const newPassword = z.string().min(12, 'password_too_short').max(200);
/** An all-day date as a form sends it; a seat is held from midnight in Korea. */
const day = z.iso.date('not_a_date').transform((value) => new Date(`${value}T00:00:00+09:00`));

const person = { email, name, nameLatin: name, language: z.enum(Language) };
const titles = { titleKo: title, titleZh: title, titleEn: title };

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(1000),
});

export const chooseSeatInput = z.object({ seatId: z.uuid() });

/** Nothing chosen takes a delegation back. */
export const delegateInput = z.object({
  seatId: z.uuid(),
  answersUpTo: z.enum(['agreed', 'formal']).optional(),
});
export type DelegateInput = z.output<typeof delegateInput>;

export const tenureInput = z.object({ tenureId: z.uuid() });

export const accountInput = z.object({ accountId: z.uuid() });

export const setupInput = z
  .object({ governmentId: z.string().min(1), ...titles, ...person, password: newPassword })
  .refine(notTheEmail, { path: ['password'], message: 'password_is_email' });

export const acceptInvitationInput = z.object({ password: newPassword, language: z.enum(Language) });

export const changePasswordInput = z.object({ current: z.string().min(1).max(1000), password: newPassword });

export const correctNameInput = z.object({ name, nameLatin: name });

export const changeLanguageInput = z.object({ language: z.enum(Language) });

export const makeSeatInput = z.object({ governmentId: z.string().min(1), role: z.enum(Role), ...titles });

const term = { seatId: z.uuid(), from: day, until: day.optional() };

export const makeAccountInput = z
  .object({ ...person, ...term })
  .refine(endsAfterStart, { path: ['until'], message: 'end_before_start' });

export const giveSeatInput = z
  .object({ email, ...term })
  .refine(endsAfterStart, { path: ['until'], message: 'end_before_start' });

/** A password must not be what everybody knows of the account. */
export function notTheEmail({ email: address, password }: { email: string; password: string }): boolean {
  return password.trim().toLowerCase() !== address;
}

function endsAfterStart({ from, until }: { from: Date; until?: Date | undefined }): boolean {
  return until === undefined || until >= from;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A last day, as people say it, means: until the next midnight. */
export function endOfDay(lastDay: Date): Date {
  return new Date(lastDay.getTime() + dayMs);
}

/** How long an invitation works. */
export const invitationMs = 14 * dayMs;
