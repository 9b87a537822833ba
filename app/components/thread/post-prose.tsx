import { useTranslation } from 'react-i18next';
import { withStates } from '#app/domain/thread/reference.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Prose } from '#app/ui/prose.tsx';
import { useThreadContext } from './thread-context.ts';

type PostProseProps = {
  /** Safe HTML from the server's Markdown. */
  readonly html: string;
  /** Of the text. */
  readonly lang: string;
};

/** The words of a post; what they name carries its state in the reader's language. */
export function PostProse({ html, lang }: PostProseProps) {
  const { t: tIncident } = useTranslation('incident');
  const { t: tItem } = useTranslation('action-item');
  const { references } = useThreadContext();
  const reader = useLanguage();
  const said = withStates(html, references, {
    say: (reference) =>
      reference.subject === 'incident'
        ? tIncident(`status.${reference.state}`)
        : tItem(`state.${reference.state}`),
    lang: htmlLang(reader),
  });
  return <Prose html={said} lang={lang} />;
}
