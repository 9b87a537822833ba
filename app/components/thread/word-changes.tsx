import type { Stretch } from '#app/domain/stretch.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';

type WordChangesProps = { readonly stretches: readonly Stretch[]; readonly language: Language };

/** A version of a text with what came and what went against the one before. */
export function WordChanges({ stretches, language }: WordChangesProps) {
  return (
    <p lang={htmlLang(language)} className="card px-4 py-3 [overflow-wrap:anywhere] whitespace-pre-wrap">
      {stretches.map(({ text, change }, index) => {
        // Stretches have no identity of their own but their place.
        const key = `stretch-${String(index)}`;
        if (change === 'same') return <span key={key}>{text}</span>;
        return change === 'added' ? (
          <ins key={key} className="bg-water-2 font-semibold decoration-2 underline-offset-3">
            {text}
          </ins>
        ) : (
          <del key={key} className="text-signal">
            {text}
          </del>
        );
      })}
    </p>
  );
}
