import type { Reader } from '#app/domain/actor.ts';
import { languages, type Language } from './languages.ts';

/** The reader's language: account, then cookie `tl_lang`, then Accept-Language, then English. */
export function readersLanguage(request: Request, reader: Reader): Language {
  return (
    reader?.language ??
    fromCookie(request.headers.get('cookie')) ??
    fromHeader(request.headers.get('accept-language'))
  );
}

function fromCookie(cookie: string | null): Language | undefined {
  const value = /(?:^|;\s*)tl_lang=(\w+)/.exec(cookie ?? '')?.[1];
  return languages.find((language) => language === value);
}

/** RFC 9110: the acceptable language with the highest quality that we speak. */
function fromHeader(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { primary: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { primary } of wanted) {
    const spoken = languages.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return 'en';
}
