import { createContext, Fragment, useContext, useId } from 'react';
import type { PiecedTexts } from '#app/domain/glossary/mark-terms.ts';

/** The texts of a page in which terms stand, from its loader. */
export const PiecedTextsContext = createContext<PiecedTexts>({});

/** A plain text with a quiet line under the terms of the glossary: their three words on hover, tap or focus. */
export function TermText({ text }: { readonly text: string }) {
  const id = useId();
  const pieces = useContext(PiecedTextsContext)[text];
  if (!pieces) return text;
  let at = 0;
  return (
    <>
      {pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.term ? (
          <Fragment key={key}>
            <a
              className="term"
              href={`/glossary/${piece.term.key}`}
              data-words={piece.term.words}
              aria-describedby={`${id}${key}`}
            >
              {piece.text}
            </a>
            <span id={`${id}${key}`} hidden>
              {piece.term.words}
            </span>
          </Fragment>
        ) : (
          <span key={key}>{piece.text}</span>
        );
      })}
    </>
  );
}
