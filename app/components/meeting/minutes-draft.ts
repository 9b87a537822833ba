import { z } from 'zod';

const draftShape = z.object({ text: z.string(), revision: z.number().int().min(0) });

/** Minutes that somebody typed and has not saved, with the revision that they began on. */
export type MinutesDraft = z.output<typeof draftShape>;

/** What was typed on this device; null when nothing was. */
export function readMinutesDraft(key: string): MinutesDraft | null {
  try {
    return draftShape.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return null;
  }
}

/** Keeps it at once, so that it survives a reload; `null` forgets it. */
export function keepMinutesDraft(key: string, draft: MinutesDraft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
  }
}
