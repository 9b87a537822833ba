import { useFetcher } from '@remix-run/react';
import { Bot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useReturnTo } from '#app/components/shell/use-return-to.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';

type Answer = { refusal?: Refusal | null | undefined; value?: { requested: number } };

/** Everything in a thread into the reader's language, by machine; what is made arrives by itself. */
export function TranslateThread({ threadId }: { readonly threadId: string }) {
  const { t } = useTranslation(['translation', 'thread']);
  const language = useLanguage();
  const returnTo = useReturnTo();
  const fetcher = useFetcher<Answer>();
  const requested = fetcher.data?.value?.requested;
  return (
    <fetcher.Form
      method="post"
      action={`/threads/${threadId}/translate`}
      className="flex flex-wrap items-center gap-2"
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button type="submit" size="sm" icon={Bot} isPending={fetcher.state !== 'idle'}>
        {t('thread.translate', { language: t(`thread:language.${language}`) })}
      </Button>
      <span role="status" className="text-t-1 text-ink-2">
        {requested === 0 && t('thread.nothing')}
        {requested !== undefined && requested > 0 && t('thread.requested', { count: requested })}
      </span>
      <RefusalNote refusal={fetcher.data?.refusal} />
    </fetcher.Form>
  );
}
