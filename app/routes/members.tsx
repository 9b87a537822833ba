import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findMembers, type Member } from '#app/domain/government/find-members.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle: PageHandle = { title: (t) => t('account:members.title') };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const words = new URL(request.url).searchParams.get('q')?.trim().slice(0, 60) ?? '';
  return { words, members: await findMembers(actor, words || undefined) };
}

const coasts = ['KR', 'CN'] as const;
const levels = ['province', 'city', 'county'] as const;

export default function Members() {
  const { t } = useTranslation(['account', 'government']);
  const { members, words } = useLoaderData<typeof loader>();
  const present = members.filter(({ inBeing }) => inBeing);
  const past = members.filter(({ inBeing }) => !inBeing);
  return (
    <>
      <header className="page-head">
        <div className="grid min-w-0 flex-1 basis-[280px] gap-1">
          <h1 className="text-t-6">{t('members.title')}</h1>
          <p className="text-t-2 text-ink-2">{t('members.lead')}</p>
        </div>
        <Form role="search" className="flex w-full items-end gap-2 md:w-auto">
          <TextField
            type="search"
            name="q"
            defaultValue={words}
            label={t('members.search')}
            placeholder={t('members.search')}
            hideLabel
            icon={Search}
            data-search
            shortcut="/"
            className="min-w-0 flex-1 md:w-[280px]"
          />
          <Button type="submit">{t('members.search_submit')}</Button>
        </Form>
      </header>
      <div className="page-body grid gap-8">
        {members.length === 0 && (
          <EmptyState
            title={t('members.none_title')}
            step={
              <LinkButton href="/members" variant="primary" size="sm">
                {t('members.show_all')}
              </LinkButton>
            }
          >
            {t('members.none')}
          </EmptyState>
        )}
        <div className="grid gap-x-16 gap-y-8 xl:grid-cols-2">
          {coasts.map((country) => {
            const here = present.filter((member) => member.country === country);
            if (here.length === 0) return null;
            return (
              <section key={country} className="grid content-start gap-5">
                <h2 className="text-t-5">{t(`demo.${country}`)}</h2>
                {levels.map((level) => (
                  <Level
                    key={level}
                    title={t(`government:level.${level}`)}
                    members={here.filter((member) => member.level === level)}
                  />
                ))}
              </section>
            );
          })}
        </div>
        {past.length > 0 && (
          <section className="grid gap-3">
            <h2 className="text-t-5">{t('members.merged')}</h2>
            <ul className="rows">
              {past.map((member) => (
                <li key={member.id}>
                  <PastMember member={member} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Level({ title, members }: { readonly title: string; readonly members: readonly Member[] }) {
  if (members.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-t-3 text-ink-2">{title}</h3>
      <ul className="rows rows-ink" data-rove>
        {members.map((member) => (
          <li key={member.id}>
            <MemberRow member={member} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const format = useFormat();
  const { reader } = useRoot();
  return (
    <Link
      href={`/members/${member.id}`}
      className="grid min-h-[48px] grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-3 px-1 py-2 text-ink no-underline hover:bg-sunk"
    >
      <Seal government={member} size="md" filled={reader?.governmentId === member.id} />
      <span className="min-w-0">
        <b className="font-semibold">{governmentName(member, language)}</b>
        {member.validFrom && (
          <span className="block text-t-1 text-ink-2">
            {t('members.since', { date: format.day(member.validFrom, { year: true }) })}
          </span>
        )}
      </span>
      <span className="grid justify-items-end text-t-2 text-ink-2">
        <span className="num">
          {member.seats > 0 ? t('members.seats', { count: member.seats }) : t('members.no_seats')}
        </span>
        {member.openIncidents > 0 && (
          <span className="num">{t('members.open', { count: member.openIncidents })}</span>
        )}
      </span>
    </Link>
  );
}

function PastMember({ member }: { readonly member: Member }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const format = useFormat();
  const date = member.validTo ? format.day(member.validTo, { year: true }) : '';
  return (
    <Link
      href={`/members/${member.id}`}
      className="grid min-h-[48px] grid-cols-[28px_minmax(0,1fr)] items-center gap-3 px-1 py-2 text-ink no-underline hover:bg-sunk"
    >
      <Seal government={member} size="md" />
      <span>
        <b className="font-semibold">{governmentName(member, language)}</b>
        <span className="block text-t-2 text-ink-2">
          {member.successor
            ? t('members.merged_into', { date, name: governmentName(member.successor, language) })
            : t('members.ended', { date })}
        </span>
      </span>
    </Link>
  );
}
