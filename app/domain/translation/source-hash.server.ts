import { createHash } from 'node:crypto';
import type { Language } from '#prisma/generated/enums.ts';

/** SHA-256 of the words of a source and the language that their author says they are in. */
export function sourceHash({ language, text }: { language: Language; text: string }): string {
  return createHash('sha256').update(`${language}\n${text}`).digest('hex');
}
