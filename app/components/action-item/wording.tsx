import { useTranslation } from 'react-i18next';
import { TermText } from '#app/components/glossary/term-text.tsx';
import { TranslationMark } from '#app/components/translation/translation-mark.tsx';
import { TranslationTools } from '#app/components/translation/translation-tools.tsx';
import type { ActionItemPage } from '#app/domain/action-item/action-item.ts';
import { bestTranslation, labelOf, type TextLabel } from '#app/domain/translation/pick-text.ts';
import { endonym, htmlLang, type Language, languages } from '#app/i18n/languages.ts';

type Shown = { language: Language; title: string | null; text: string; label: TextLabel };

/** The words that bind, in every language that they exist in, side by side; the original says that it is. */
export function Wording({ item }: { readonly item: ActionItemPage }) {
  const { t } = useTranslation('thread');
  const { t: tItem } = useTranslation('action-item');
  const own = item.translations.filter(({ subjectId }) => subjectId === item.id);
  const texts = languages.flatMap((language): Shown[] => {
    if (language === item.language) {
      return [{ language, title: item.title, text: item.text, label: 'original' }];
    }
    const found = (field: 'title' | 'text') =>
      bestTranslation(
        language,
        own.filter((one) => one.field === field),
        item.revision,
      );
    const text = found('text');
    return text
      ? [
          {
            language,
            title: found('title')?.text ?? null,
            text: text.text,
            label: labelOf(text, item.revision),
          },
        ]
      : [];
  });
  const columns = ['', 'lg:grid-cols-2', 'lg:grid-cols-3'][texts.length - 1];
  return (
    <div className="grid gap-2">
      <div className={`card card-binding grid ${columns}`}>
        {texts.map(({ language, title, text, label }) => (
          <div
            key={language}
            lang={htmlLang(language)}
            className="border-line px-4 py-3 pb-4 not-first:border-t lg:not-first:border-t-0 lg:not-first:border-l"
          >
            <p className="mb-1.5 flex flex-wrap items-center gap-2.5 text-t-1 text-ink-2">
              {endonym(language)}
              <TranslationMark state={label === 'original' ? 'source' : label}>
                {t(`translation.${label}`)}
              </TranslationMark>
            </p>
            {title && <p className="mb-1 text-[0.9375rem] font-semibold">{title}</p>}
            <p className="text-[0.9375rem] whitespace-pre-line">
              <TermText text={text} />
            </p>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {(['title', 'text'] as const).map((field) => (
          <div key={field} className="flex flex-wrap items-start gap-1 text-t-2 open:w-full">
            <span className="py-1 text-ink-2">{tItem(`field.${field}`)}</span>
            <TranslationTools
              subject="action_item"
              subjectId={item.id}
              field={field}
              source={{ text: item[field], language: item.language, revision: item.revision }}
              translations={own.filter((one) => one.field === field)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
