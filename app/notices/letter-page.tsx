import type { LetterThread } from '#app/domain/notification/read-letter.server.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import type { SaidLetter, SaidThread } from './say-letter.server.ts';

const ink = '#0b2530';
const quiet = '#4a5b63';
const line = '#d9d6cc';
const deep = '#0e6478';
const font =
  "Pretendard, 'Noto Sans KR', 'Malgun Gothic', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif";

/** A letter as HTML for mail programs: one column, styles in place, nothing loaded from anywhere. */
export function LetterPage({
  letter,
  language,
}: {
  readonly letter: SaidLetter;
  readonly language: Language;
}) {
  return (
    <html lang={htmlLang(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{letter.subject}</title>
      </head>
      <body style={{ margin: 0, padding: '24px 16px', background: '#fbfaf6', color: ink, fontFamily: font }}>
        <div style={{ maxWidth: 600, margin: '0 auto', fontSize: 15, lineHeight: 1.55 }}>
          <p style={{ margin: 0, color: quiet, fontSize: 13 }}>{letter.greeting}</p>
          <h1 style={{ margin: '4px 0 16px', fontSize: 20 }}>{letter.heading}</h1>
          {letter.threads.map((thread) => (
            <Thread key={thread.href} thread={thread} open={letter.open} />
          ))}
          <div style={{ borderTop: `1px solid ${line}`, paddingTop: 12, color: quiet, fontSize: 13 }}>
            <p style={{ margin: '0 0 6px' }}>{letter.why}</p>
            <p style={{ margin: '0 0 6px' }}>{letter.answer}</p>
            <p style={{ margin: 0 }}>
              <a href={letter.settings.href} style={{ color: deep }}>
                {letter.settings.words}
              </a>
              {' · '}
              <a href={letter.unsubscribe.href} style={{ color: deep }}>
                {letter.unsubscribe.words}
              </a>
            </p>
          </div>
        </div>
      </body>
    </html>
  );
}

function Thread({ thread, open }: { readonly thread: SaidThread; readonly open: string }) {
  return (
    <div style={{ borderTop: `1px solid ${line}`, padding: '12px 0 14px' }}>
      <p style={{ margin: 0, color: quiet, fontSize: 13 }}>{thread.reason}</p>
      <h2 style={{ margin: '2px 0 6px', fontSize: 16 }}>
        <a href={thread.href} style={{ color: ink }}>
          {thread.title ? <Words of={thread.title} /> : thread.where}
        </a>
      </h2>
      {thread.title && (
        <p style={{ margin: '0 0 6px', color: quiet, fontSize: 13 }}>
          {[thread.where, thread.label].filter(Boolean).join(' · ')}
        </p>
      )}
      {thread.note && <p style={{ margin: '0 0 6px' }}>{thread.note}</p>}
      {thread.entries.map((entry) => (
        <p key={entry.key} style={{ margin: '0 0 6px' }}>
          <b>{entry.who}</b> {entry.what}
          {entry.words && (
            <>
              <br />
              <Words of={entry.words} />
              {entry.label && <span style={{ color: quiet, fontSize: 13 }}> ({entry.label})</span>}
            </>
          )}
        </p>
      ))}
      {thread.more && <p style={{ margin: '0 0 6px', color: quiet }}>{thread.more}</p>}
      <p style={{ margin: 0 }}>
        <a href={thread.href} style={{ color: deep, fontWeight: 600 }}>
          {open}
        </a>
      </p>
    </div>
  );
}

function Words({ of }: { readonly of: NonNullable<LetterThread['title']> }) {
  return <span lang={htmlLang(of.language)}>{of.text}</span>;
}
