import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { findTerms } from '#app/domain/glossary/find-terms.server.ts';
import { mayWriteTerms } from '#app/domain/glossary/policy.ts';
import { threeWords } from '#app/domain/glossary/term.ts';
import { readActor } from '#app/http/actor.server.ts';
import { htmlLang, languages } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { LinkChip } from '#app/ui/chip.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { GlossaryField } from '#prisma/generated/enums.ts';

export const handle: PageHandle = { title: (t) => t('glossary:title') };

const listInput = z.object({
  q: z
    .string()
    .default('')
    .transform((q) => q.trim().slice(0, 60)),
  field: z.enum(GlossaryField).optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const { q, field } = listInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { q, field, terms: await findTerms(reader, { field, words: q }), mayWrite: mayWriteTerms(reader) };
}

export default function GlossaryPage() {
  const { t } = useTranslation('glossary');
  const { q, field, terms, mayWrite } = useLoaderData<typeof loader>();
  const own = useLanguage();
  const { number } = useFormat();
  // The reader's own word first.
  const order = [own, ...languages.filter((language) => language !== own)];
  const of = (one: GlossaryField | undefined) =>
    `/glossary?${new URLSearchParams({ ...(q && { q }), ...(one && { field: one }) })}`;
  return (
    <div className="page-body grid gap-5 py-6">
      <header className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-t-6">{t('title')}</h1>
          <p className="max-w-measure text-ink-2">{t('lead')}</p>
        </div>
        {mayWrite && (
          <LinkButton href="/glossary/new" icon={Plus}>
            {t('new')}
          </LinkButton>
        )}
      </header>
      <Form role="search" className="flex max-w-120 items-end gap-2">
        {field && <input type="hidden" name="field" value={field} />}
        <TextField
          type="search"
          name="q"
          defaultValue={q}
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          icon={Search}
          data-search
          shortcut="/"
          className="min-w-0 flex-1"
        />
        <Button type="submit">{t('search_submit')}</Button>
      </Form>
      <nav aria-label={t('field_label')} className="flex flex-wrap gap-2">
        <LinkChip href={of(undefined)} on={!field}>
          {t('all')}
        </LinkChip>
        {Object.values(GlossaryField).map((one) => (
          <LinkChip key={one} href={of(one)} on={field === one}>
            {t(`field.${one}`)}
          </LinkChip>
        ))}
      </nav>
      <p className="text-t-2 text-ink-2">
        {t('count', { count: terms.length, value: number(terms.length) })}
      </p>
      {terms.length === 0 ? (
        <EmptyState title={t('none_title')}>{t('none')}</EmptyState>
      ) : (
        <ul className="rows" data-rove>
          {terms.map((term) => {
            const words = threeWords(term);
            return (
              <li key={term.key}>
                <Link
                  href={`/glossary/${term.key}`}
                  className="grid min-h-12 items-center gap-x-4 px-1 py-2 text-ink no-underline hover:bg-sunk sm:grid-cols-3"
                >
                  {order.map((language, index) => (
                    <span
                      key={language}
                      lang={htmlLang(language)}
                      className={index === 0 ? 'font-semibold' : 'text-ink-2'}
                    >
                      {words[language]}
                    </span>
                  ))}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      <p className="no-print flex flex-wrap gap-x-4 gap-y-1 text-t-2 text-ink-2">
        {t('export')}
        <a href="/glossary.csv" download>
          {t('csv')}
        </a>
        <a href="/glossary.tbx" download>
          {t('tbx')}
        </a>
      </p>
    </div>
  );
}
