import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#app/domain/refusal.ts';
import { Note } from '#app/ui/note.tsx';

/** Why something was not done, and what to do next. Nothing for no refusal. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null | undefined }) {
  const { t } = useTranslation('refusal');
  if (!refusal) return null;
  return (
    <Note tone="late" icon={CircleAlert} role="alert">
      {t(refusal)}
    </Note>
  );
}
