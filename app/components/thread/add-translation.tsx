import { useFetcher } from '@remix-run/react';
import { Languages } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useReturnTo } from '#app/components/shell/use-return-to.ts';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { mayImprove, mayTranslate } from '#app/domain/translation/policy.ts';
import { htmlLang, type Language, languages } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { useClosingFold } from '#app/ui/use-closing-fold.ts';
import type { TranslationField, TranslationKind, TranslationSubject } from '#prisma/generated/enums.ts';

type Present = {
  readonly language: Language;
  readonly kind: TranslationKind;
  readonly revision: number;
  readonly version: number;
  readonly body: string;
  readonly verifiedAt: string | Date | null;
};

type AddTranslationProps = {
  readonly subject: TranslationSubject;
  readonly subjectId: string;
  readonly field: TranslationField;
  /** Of the source as the reader sees it. */
  readonly revision: number;
  readonly sourceLanguage: Language;
  /** Translations that are there already. */
  readonly present?: readonly Present[] | undefined;
  /** The language to begin with; the reader's own when left out. */
  readonly first?: Language;
};

type Answer = { refusal?: Refusal | null | undefined };

/** What somebody had before them when they began to type. */
type Held = {
  readonly language: Language;
  readonly key: string;
  readonly seen: { readonly revision: number; readonly seen: number };
  /** The answer that was there then. */
  readonly after: Answer | undefined;
};

/** A translation beside a text, in a fold. Nothing for whoever may not, or where every language is there. */
export function AddTranslation({
  subject,
  subjectId,
  field,
  revision,
  sourceLanguage,
  present = [],
  first: begin,
}: AddTranslationProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const own = useLanguage();
  const returnTo = useReturnTo();
  const fetcher = useFetcher<Answer>();
  const [chosen, setChosen] = useState<Language>();
  const [held, setHeld] = useState<Held>();
  const formId = useId();

  const of = (language: Language, kind: TranslationKind) =>
    present.find((one) => one.language === language && one.kind === kind && one.revision === revision);
  const ofNow = (language: Language) => of(language, 'human');
  // What a machine made is corrected, not written anew.
  const words = (language: Language) => (ofNow(language) ?? of(language, 'machine'))?.body;
  const open = languages.filter((language) => {
    const there = ofNow(language);
    return language !== sourceLanguage && (!there || mayImprove(reader, there));
  });
  const missing = open.filter((language) => !ofNow(language));
  const wanted = begin ?? own;
  const [first] = [
    open.filter((language) => language === wanted && (begin !== undefined || !ofNow(language))),
    missing,
    open,
  ].flat();
  const language = chosen !== undefined && open.includes(chosen) ? chosen : first;

  const key = `${language} ${(language && words(language)) ?? ''}`;
  const now = { revision, seen: (language && ofNow(language)?.version) ?? 0 };
  const isSaved = held !== undefined && fetcher.data !== held.after && fetcher.data?.refusal === null;
  const typing = held !== undefined && held.language === language && !isSaved ? held : undefined;
  // Who was told that somebody was quicker means what is there now.
  const seen = typing?.after === fetcher.data ? (typing?.seen ?? now) : now;

  const fold = useClosingFold(fetcher.state === 'idle' && fetcher.data?.refusal === null);

  if (!reader || !mayTranslate(reader) || language === undefined) return null;
  return (
    <details ref={fold} className="open:w-full">
      <summary className="btn btn-quiet btn-sm list-none">
        <Icon of={Languages} size="sm" />
        {language !== undefined && words(language) !== undefined
          ? t('translation.renew')
          : t('translation.add')}
      </summary>
      <fetcher.Form
        method="post"
        action="/translations"
        className="mt-2 grid gap-3 rounded-r-2 border border-line bg-panel p-4"
      >
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="subjectId" value={subjectId} />
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="revision" value={seen.revision} />
        <input type="hidden" name="seen" value={seen.seen} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <NativeSelect
          name="language"
          label={t('translation.into')}
          value={language}
          onChange={({ currentTarget }) => setChosen(languages.find((one) => one === currentTarget.value))}
          options={open.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        />
        <TextArea
          // Another language is another text; what is typed stays, whatever others save meanwhile.
          key={typing?.key ?? key}
          id={`${formId}-text`}
          name="text"
          label={t('translation.text')}
          hint={t('translation.hint')}
          lang={htmlLang(language)}
          defaultValue={words(language)}
          required
          maxLength={20_000}
          onChange={() => {
            if (!typing) setHeld({ language, key, seen: now, after: fetcher.data });
          }}
        />
        <RefusalNote refusal={fetcher.data?.refusal} />
        <div>
          <Button type="submit" size="sm" isPending={fetcher.state !== 'idle'}>
            {t('translation.save')}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}
