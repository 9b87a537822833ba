import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName, type NamedGovernment } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findSeats } from '#app/domain/account/find-seats.server.ts';
import { mayDelegate, mayKeepMembers } from '#app/domain/account/policy.ts';
import { findMember } from '#app/domain/government/find-members.server.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { htmlLang, languages } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Link } from '#app/ui/link.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { SeatRow } from './seat-row.tsx';

export const handle: PageHandle = { title: (t) => t('account:members.title') };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const government = await findMember(actor, params.governmentId ?? '');
  if (!government) notFound();
  const seats = await findSeats(actor, government.id);
  return {
    government,
    seats: seats.map((seat) => ({
      ...seat,
      mayDelegate: mayDelegate(actor, { governmentId: government.id, role: seat.role }),
    })),
    mayKeep: mayKeepMembers(actor),
  };
}

export default function MemberPage() {
  const { t } = useTranslation(['account', 'briefing']);
  const { government, seats, mayKeep } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { reader } = useRoot();
  const refusal = useSearchParams()[0].get('refusal');
  const names = { ko: government.nameKo, zh: government.nameZh, en: government.nameEn };
  return (
    <>
      <header className="page-head items-center">
        <Seal government={government} size="lg" filled={reader?.governmentId === government.id} />
        <div className="min-w-0 flex-1 basis-[200px]">
          <h1 className="text-t-6">{names[language]}</h1>
          <p className="text-t-2 text-ink-2">
            {languages
              .filter((other) => other !== language)
              .map((other) => (
                <span key={other} lang={htmlLang(other)} className="mr-3">
                  {names[other]}
                </span>
              ))}
          </p>
        </div>
        <LinkButton href={`/briefing?government=${government.id}`} icon={FileText}>
          {t('briefing:title')}
        </LinkButton>
        {government.openIncidents > 0 && (
          <LinkButton
            href={`/incidents?government=${government.id}&status=reported&status=confirmed&status=responding`}
          >
            {t('member.open_incidents', { count: government.openIncidents })}
          </LinkButton>
        )}
      </header>
      <div className="page-body grid gap-8 lg:grid-cols-[minmax(0,1fr)_300px] lg:gap-12">
        <section className="grid content-start gap-3">
          <RefusalNote refusal={isRefusal(refusal) ? refusal : null} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-t-5">{t('member.seats')}</h2>
            {mayKeep && government.inBeing && (
              <LinkButton href={`/members/${government.id}/seats`} variant="primary">
                {t('member.make_seat')}
              </LinkButton>
            )}
          </div>
          {seats.length === 0 ? (
            <EmptyState title={t('member.no_seats_title')}>{t('member.no_seats')}</EmptyState>
          ) : (
            <ul className="rows rows-ink">
              {seats.map((seat) => (
                <li key={seat.id}>
                  <SeatRow seat={seat} mayKeep={mayKeep} mayDelegate={seat.mayDelegate} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <Relations />
      </div>
    </>
  );
}

/** Where the government stands: above it, below it, before and after it. */
function Relations() {
  const { t } = useTranslation('account');
  const { government } = useLoaderData<typeof loader>();
  const { parent, children, merged, successor, validFrom, validTo } = government;
  const format = useFormat();
  const language = useLanguage();
  const from = validFrom && t('members.since', { date: format.day(validFrom, { year: true }) });
  const ended = validTo && { date: format.day(validTo, { year: true }) };
  return (
    <aside className="grid content-start gap-5 text-t-3">
      {(from || ended) && (
        <div>
          <h2 className="mb-1 text-t-2 text-ink-2">{t('member.validity')}</h2>
          {from && <p>{from}</p>}
          {ended &&
            (successor ? (
              <p>
                <Link href={`/members/${successor.id}`}>
                  {t('members.merged_into', { ...ended, name: governmentName(successor, language) })}
                </Link>
              </p>
            ) : (
              <p>{t('members.ended', ended)}</p>
            ))}
        </div>
      )}
      {parent && <Governments title={t('member.part_of')} governments={[parent]} />}
      <Governments title={t('member.predecessors')} governments={merged} />
      <Governments title={t('member.parts')} governments={children} />
    </aside>
  );
}

type GovernmentsProps = { readonly title: string; readonly governments: readonly NamedGovernment[] };

function Governments({ title, governments }: GovernmentsProps) {
  const language = useLanguage();
  if (governments.length === 0) return null;
  return (
    <div>
      <h2 className="mb-1 text-t-2 text-ink-2">{title}</h2>
      <ul>
        {governments.map((government) => (
          <li key={government.id}>
            <Link
              href={`/members/${government.id}`}
              className="flex min-h-[36px] items-center gap-2 text-ink no-underline hover:underline"
            >
              <Seal government={government} />
              {governmentName(government, language)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
