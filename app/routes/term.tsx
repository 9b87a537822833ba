import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { governmentName } from '#app/components/government/government-name.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { findTerm } from '#app/domain/glossary/find-terms.server.ts';
import { mayVerifyTerms, mayWriteTerms } from '#app/domain/glossary/policy.ts';
import { preferredWord, type TermWord, threeWords, wordsOf } from '#app/domain/glossary/term.ts';
import { findGovernmentsById } from '#app/domain/government/find-governments.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { endonym, htmlLang, languages } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Note } from '#app/ui/note.tsx';
import { Tag } from '#app/ui/tag.tsx';

const named = z.object({ word: z.string() });

export const handle: PageHandle = {
  title: (t, data) => named.safeParse(data).data?.word ?? t('glossary:title'),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const term = (await findTerm(params.key ?? '')) ?? notFound();
  // What was taken out is for those who may put it back.
  if (term.withdrawnAt && !mayVerifyTerms(reader)) notFound();
  const governments = await findGovernmentsById(
    [...term.revisions.map(({ seat }) => seat), term.verifierSeat].flatMap(
      (seat) => seat?.governmentId ?? [],
    ),
  );
  return {
    // Guests learn of no member's name.
    term: reader ? term : { ...term, verifier: null, revisions: [] },
    governments,
    word: preferredWord(term, readersLanguage(request, reader)),
    may: { write: mayWriteTerms(reader), verify: mayVerifyTerms(reader) },
  };
}

export default function TermPage() {
  const { t } = useTranslation('glossary');
  const { term, governments, word, may } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const refusal = useSearchParams()[0].get('refusal');
  const nameOf = (id: string | undefined) => {
    const government = governments.find((one) => one.id === id);
    return government ? governmentName(government, language) : '';
  };
  return (
    <div className="page-body grid max-w-240 gap-5 py-6">
      <p className="text-t-2">
        <Link href="/glossary">{t('title')}</Link>
      </p>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 text-t-6">{word}</h1>
        <Tag>{t(`field.${term.field}`)}</Tag>
        {may.write && (
          <LinkButton href={`/glossary/${term.key}/edit`} icon={Pencil} size="sm">
            {t('edit')}
          </LinkButton>
        )}
      </header>
      <RefusalNote refusal={isRefusal(refusal) ? refusal : null} />
      {term.withdrawnAt && <Note tone="wait">{t('withdrawn')}</Note>}
      <div className="card grid md:grid-cols-3">
        {languages.map((one) => (
          <section
            key={one}
            lang={htmlLang(one)}
            className="grid content-start gap-2 border-line px-4 py-3 pb-4 not-first:border-t md:not-first:border-t-0 md:not-first:border-l"
          >
            <p className="text-t-1 text-ink-2">{endonym(one)}</p>
            <p className="text-t-5">{preferredWord(term, one)}</p>
            {term.definitions[one] && <p>{term.definitions[one]}</p>}
            <Words label={t('allowed')} words={wordsOf(term, one, 'allowed')} language={language} />
            <Words label={t('avoid')} words={wordsOf(term, one, 'forbidden')} language={language} />
          </section>
        ))}
      </div>
      <dl className="kv">
        <dt>{t('verified')}</dt>
        <dd>
          {term.verifiedAt ? (
            <>
              {nameOf(term.verifierSeat?.governmentId)} {term.verifier?.name}{' '}
              <Moment at={term.verifiedAt} as="date" />
            </>
          ) : (
            t('unverified')
          )}
        </dd>
        {term.source && (
          <>
            <dt>{t('source')}</dt>
            <dd lang="en">{term.source}</dd>
          </>
        )}
      </dl>
      {may.verify && (
        <div className="flex flex-wrap gap-2">
          {!term.verifiedAt && !term.withdrawnAt && (
            <Form method="post" action={`/glossary/${term.key}/verify`}>
              <input type="hidden" name="revision" value={term.revision} />
              <Button type="submit" variant="primary">
                {t('verify')}
              </Button>
            </Form>
          )}
          <Form method="post" action={`/glossary/${term.key}/withdraw`}>
            <Button type="submit" name="withdrawn" value={term.withdrawnAt ? 'no' : 'yes'}>
              {term.withdrawnAt ? t('put_back') : t('withdraw')}
            </Button>
          </Form>
        </div>
      )}
      {term.revisions.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-t-4">{t('history')}</h2>
          <ol className="rows">
            {term.revisions.map(({ revision, content, note, at, account, seat }) => (
              <li key={revision} className="grid gap-1 py-2.5">
                <p className="flex flex-wrap gap-x-3 text-t-2 text-ink-2">
                  <span className="num">{t('revision', { number: revision })}</span>
                  <Moment at={at} />
                  <span>{account ? `${nameOf(seat?.governmentId)} ${account.name}` : t('of_product')}</span>
                  {note && <span>{note}</span>}
                </p>
                <p>
                  <Three words={content.words} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Words({
  label,
  words,
  language,
}: {
  readonly label: string;
  readonly words: readonly string[];
  readonly language: 'ko' | 'zh' | 'en';
}) {
  if (words.length === 0) return null;
  return (
    <p className="text-t-2 text-ink-2">
      <span lang={htmlLang(language)}>{label}</span> {words.join(' · ')}
    </p>
  );
}

function Three({ words }: { readonly words: readonly TermWord[] }) {
  const three = threeWords({ words });
  return languages.map((language, index) => (
    <span key={language} lang={htmlLang(language)}>
      {index > 0 && ' · '}
      {three[language]}
    </span>
  ));
}
