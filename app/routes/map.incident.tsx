import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { Link2, MessageSquare, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentDetails, IncidentPeople } from '#app/components/incident/incident-details.tsx';
import { KindGlyph } from '#app/components/incident/kind-glyph.tsx';
import { pickIncidentText } from '#app/components/incident/pick-incident-text.ts';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import { StatusSteps } from '#app/components/incident/status-steps.tsx';
import { IncidentSteps } from '#app/components/incident/incident-steps.tsx';
import { useNarrow } from '#app/components/incident/use-narrow.ts';
import type { PageHandle } from '#app/components/shell/page-title.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import { findIncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { BottomSheet, type Snap } from '#app/ui/bottom-sheet.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { toast } from '#app/ui/toast.tsx';

export const handle: PageHandle = { title: (t) => t('incident:map.title') };

export async function loader({ request, params: { number = '' } }: LoaderFunctionArgs) {
  const incident = await findIncidentPage(await readActor(request), number);
  return { incident: incident ?? notFound() };
}

export { onlyWhenIncidentChanges as shouldRevalidate } from '#app/components/incident/only-when-filters-change.ts';

/** The incident beside the map: a panel, or a sheet on phones. */
export default function IncidentPanel() {
  const { t } = useTranslation('incident');
  const { t: tCommon } = useTranslation('common');
  const { incident } = useLoaderData<typeof loader>();
  const { reader } = useRoot();
  const { search } = useLocation();
  const language = useLanguage();
  const narrow = useNarrow();
  const [snap, setSnap] = useState<Snap>('half');
  const title = pickIncidentText(incident, 'title', language);
  const text = pickIncidentText(incident, 'text', language);
  const copy = () => {
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => toast(t('map.link_copied'), { tone: 'done' }));
  };

  const head = (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 text-t-2 text-ink-2">
        <span className="num">{incident.number}</span>
        <span aria-hidden="true">·</span>
        <span className="inline-flex min-w-0 items-center gap-1.5 text-ink">
          <KindGlyph kind={incident.kind} /> <span className="truncate">{t(`kind.${incident.kind}`)}</span>
        </span>
        <span className="flex-1" />
        {narrow && <StatusMark status={incident.status} boxed />}
        {!narrow && <IconButton icon={Link2} size="sm" label={tCommon('action.copy_link')} onPress={copy} />}
        <Link href={`/map${search}`} aria-label={t('map.close')} className="icon-btn icon-btn-sm">
          <Icon of={X} />
        </Link>
      </p>
      <h2 className="text-[21px] leading-snug" lang={htmlLang(title.language)}>
        {title.text}
      </h2>
      <p className="text-t-2 text-ink-2">
        {incident.placeName && <>{incident.placeName} · </>}
        <Moment at={incident.seenAt} as="both" weekday />
      </p>
    </div>
  );
  const body = (
    <div className="grid gap-4">
      <StatusSteps incident={incident} />
      <IncidentDetails incident={incident} title={title.text} />
      {text.text && (
        <p className="line-clamp-4 border-t border-line pt-3" lang={htmlLang(text.language)}>
          {text.text}
        </p>
      )}
      <div className="border-t border-line pt-3">
        <IncidentPeople incident={incident} />
      </div>
    </div>
  );
  const foot = (
    <div className="flex flex-wrap items-center gap-2">
      <LinkButton
        href={`/incidents/${incident.number}${reader ? '#thread' : ''}`}
        variant="primary"
        icon={MessageSquare}
      >
        {reader ? t('page.open_thread') : t('page.full_page')}
        {reader && incident.posts > 0 && <span className="num">{incident.posts}</span>}
      </LinkButton>
      <IncidentSteps number={incident.number} steps={incident.steps} most={1} />
    </div>
  );

  if (narrow) {
    return (
      <div className="map-page-sheet">
        <BottomSheet
          label={t('map.panel', { number: incident.number })}
          snap={snap}
          onSnapChange={setSnap}
          head={head}
        >
          <div className="grid gap-4 pb-6">
            {body}
            {foot}
          </div>
        </BottomSheet>
      </div>
    );
  }
  return (
    <aside className="map-page-panel" aria-label={t('map.panel', { number: incident.number })}>
      <div className="overflow-y-auto px-6 pt-3 pb-4">
        {head}
        <div className="mt-4">{body}</div>
      </div>
      <div className="border-t border-line px-6 py-3">{foot}</div>
    </aside>
  );
}
