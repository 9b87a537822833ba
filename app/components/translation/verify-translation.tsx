import { useFetcher } from '@remix-run/react';
import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useReturnTo } from '#app/components/shell/use-return-to.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { Language } from '#app/i18n/languages.ts';
import { Button } from '#app/ui/button.tsx';
import type { TranslationField, TranslationSubject } from '#prisma/generated/enums.ts';

type VerifyTranslationProps = {
  readonly subject: TranslationSubject;
  readonly subjectId: string;
  readonly field: TranslationField;
  readonly revision: number;
  readonly language: Language;
  /** Version of the translation that the reader sees. */
  readonly version: number;
  /** What is verified, where several texts stand on one page. */
  readonly label?: string;
};

/** The button by which a translator stands for what they see. */
export function VerifyTranslation({ version, label, ...which }: VerifyTranslationProps) {
  const { t } = useTranslation('translation');
  const returnTo = useReturnTo();
  const fetcher = useFetcher<{ refusal?: Refusal | null | undefined }>();
  return (
    <fetcher.Form method="post" action="/translations/verify" className="inline-grid gap-1">
      {Object.entries({ ...which, seen: version, returnTo }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="sm" icon={BadgeCheck} isPending={fetcher.state !== 'idle'}>
        {label ?? t('verify')}
      </Button>
      <RefusalNote refusal={fetcher.data?.refusal} />
    </fetcher.Form>
  );
}
