import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import { hasVersion, ownLanguage } from '#app/domain/action-item/versions.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { endonym, htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { State } from '#app/ui/state.tsx';

type AgreedVersionsProps = {
  readonly item: ActionItemPage;
  /** The reader's government where its word can be given here; null otherwise. */
  readonly marks: string | null;
};

/** Signs of the hash that people compare. */
const shownSigns = 8;

/** Which party stands for the version in its own language: who, when, and for which words of all languages. */
export function AgreedVersions({ item, marks }: AgreedVersionsProps) {
  const { t } = useTranslation(['action-item', 'thread']);
  const reader = useLanguage();
  const format = useFormat();
  return (
    <div className="grid gap-2">
      <p className="text-t-2 text-ink-2">
        {t('versions.record', { language: t(`thread:language.${item.language}`) })}{' '}
        {t('versions.hash', { hash: item.wordingHash.slice(0, shownSigns) })}
      </p>
      <ul className="card divide-y divide-line">
        {item.commitments.map((commitment) => {
          const { government, marks: present } = commitment;
          const language = ownLanguage[government.country];
          const mark = present.find(({ wordingHash }) => wordingHash === item.wordingHash);
          const isThere = hasVersion(item, language);
          return (
            <li
              key={government.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-t-2"
            >
              <b className="font-semibold">{governmentName(government, reader)}</b>
              <span lang={htmlLang(language)} className="text-ink-2">
                {endonym(language)}
              </span>
              <span className="ml-auto">
                {mark ? (
                  <State shape="check" tone="done">
                    {t('versions.agreed', {
                      date: format.date(mark.at),
                      seat: { ko: mark.seat.titleKo, zh: mark.seat.titleZh, en: mark.seat.titleEn }[reader],
                      hash: mark.wordingHash.slice(0, shownSigns),
                    })}
                  </State>
                ) : (
                  <State shape="dashed" tone="plain">
                    {t(isThere ? 'versions.open' : 'versions.missing')}
                  </State>
                )}
              </span>
              {!mark && isThere && government.id === marks && <MarkForm item={item} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function MarkForm({ item: { number, wordingHash } }: Pick<AgreedVersionsProps, 'item'>) {
  const { t } = useTranslation('action-item');
  const fetcher = useFetcher<{ refusal?: Refusal | null | undefined }>();
  return (
    <fetcher.Form
      method="post"
      action={`/actions/${number}/mark-wording`}
      className="flex w-full flex-wrap items-center gap-2"
    >
      <input type="hidden" name="wordingHash" value={wordingHash} />
      <Button type="submit" size="sm" isPending={fetcher.state !== 'idle'}>
        {t('versions.mark')}
      </Button>
      <span className="text-t-1 text-ink-2">{t('versions.means')}</span>
      <RefusalNote refusal={fetcher.data?.refusal} />
    </fetcher.Form>
  );
}
