import { z } from 'zod';
import { Language } from '#prisma/generated/enums.ts';

const draftShape = z.object({
  body: z.string(),
  language: z.enum(Language),
  /** The author chose the language by hand: it is not proposed any more. */
  chosen: z.boolean(),
  onlyOwnGovernment: z.boolean(),
  /** When it was kept, in ms. */
  at: z.number(),
});

export type KeptDraft = z.output<typeof draftShape>;

/** What this account began to write in this thread on this device. */
export function readDraft(accountId: string, threadId: string): KeptDraft | null {
  try {
    const parsed = draftShape.safeParse(
      JSON.parse(localStorage.getItem(keyOf(accountId, threadId)) ?? 'null'),
    );
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return null;
  }
}

/** Keeps it at once, so that it survives a reload; `null` or an empty body forgets it. Whether the browser keeps it. */
export function keepDraft(accountId: string, threadId: string, draft: KeptDraft | null): boolean {
  try {
    const key = keyOf(accountId, threadId);
    if (draft && draft.body.trim() !== '') localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
    return true;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return false;
  }
}

function keyOf(accountId: string, threadId: string): string {
  return `tideline.draft.${accountId}.${threadId}`;
}
