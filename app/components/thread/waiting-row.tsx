import { useTranslation } from 'react-i18next';
import { useRoot } from '#app/components/shell/use-root.ts';
import { DifferenceNote } from '#app/components/translation/difference-note.tsx';
import { VerifyTranslation } from '#app/components/translation/verify-translation.tsx';
import type { WaitingText } from '#app/domain/translation/find-waiting-texts.server.ts';
import { mayVerify } from '#app/domain/translation/policy.ts';
import { engineTitle, isFault } from '#app/domain/translation/translation.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { Link } from '#app/ui/link.tsx';
import { AddTranslation } from './add-translation.tsx';
import { useGovernmentName } from './governments.ts';
import { TextLabel } from './text-label.tsx';

type WaitingRowProps = { readonly text: WaitingText; readonly language: Language };

/** A text that waits: its words, what stands beside it until then, and what can be done about it here. */
export function WaitingRow({ text: { source, present, href, followers }, language }: WaitingRowProps) {
  const { t } = useTranslation(['translation', 'thread']);
  const { reader } = useRoot();
  const governmentName = useGovernmentName();
  const { subject, subjectId, field, revision } = source;
  const which = { subject, subjectId, field, revision };
  const isOfNow = present !== null && present.revision === revision && present.text !== '';
  return (
    <li className="card grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
        <Link href={href}>{t(`subject.${field === 'options' ? field : subject}`)}</Link>
        <span>{governmentName(source.authorGovernmentId)}</span>
        <span>{t(`thread:language.${source.language}`)}</span>
        <span>{t('followers', { count: followers })}</span>
      </div>
      <div className="grid gap-3 lg:grid-cols-2">
        <p lang={htmlLang(source.language)} className="max-h-60 overflow-y-auto whitespace-pre-line">
          {source.text}
        </p>
        <div className="rounded-r-2 bg-water-2 px-3 py-2">
          {present === null && <p className="text-t-2 text-ink-2">{t('none_yet')}</p>}
          {present?.text === '' && (
            <p className="text-t-2 text-ink-2">
              {t(`state.${present.state}`)} {isFault(present.fault) && t(`fault.${present.fault}`)}
            </p>
          )}
          {present !== null && present.text !== '' && (
            <>
              <p className="mb-1 flex flex-wrap items-center gap-x-2.5 text-t-1 text-ink-2">
                <TextLabel label={present.label} />
                {present.engine && <span>{engineTitle(present.engine)}</span>}
                {present.by && (
                  <span>
                    {t('thread:translation.by', { government: governmentName(present.by.governmentId) })}
                  </span>
                )}
                {present.state === 'stale' && <span>{t('state.stale')}</span>}
              </p>
              <p lang={htmlLang(language)} className="max-h-60 overflow-y-auto whitespace-pre-line">
                {present.text}
              </p>
              {isOfNow && <DifferenceNote source={source.text} translation={present.text} />}
            </>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {isOfNow && present.kind === 'human' && mayVerify(reader) && (
          <VerifyTranslation {...which} language={language} version={present.version} />
        )}
        <AddTranslation
          {...which}
          sourceLanguage={source.language}
          first={language}
          present={isOfNow ? [{ ...present, language, body: present.text, verifiedAt: null }] : []}
        />
      </div>
    </li>
  );
}
