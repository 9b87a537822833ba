import { useLocation, useNavigate } from '@remix-run/react';
import {
  CalendarDays,
  CirclePlus,
  Inbox,
  Landmark,
  Languages,
  ListChecks,
  type LucideIcon,
  Map as MapIcon,
  MessagesSquare,
  Search,
  Sunrise,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endonym } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Count } from '#app/ui/count.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { useShortcuts } from '#app/ui/use-shortcuts.ts';
import { FormerNotice } from '#app/components/handover/former-notice.tsx';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { Flyout } from './flyout.tsx';
import { LanguageForm } from './language-form.tsx';
import { SeatMenu } from './seat-menu.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useReturnTo } from './use-return-to.ts';
import { useRoot } from './use-root.ts';

type Place = {
  readonly name:
    'today' | 'map' | 'report' | 'threads' | 'actions' | 'meetings' | 'members' | 'inbox' | 'search';
  readonly href: string;
  readonly icon: LucideIcon;
};

const today: Place = { name: 'today', href: '/today', icon: Sunrise };
const map: Place = { name: 'map', href: '/map', icon: MapIcon };
const report: Place = { name: 'report', href: '/incidents/new', icon: CirclePlus };
const threads: Place = { name: 'threads', href: '/threads', icon: MessagesSquare };
const actions: Place = { name: 'actions', href: '/actions', icon: ListChecks };
const meetings: Place = { name: 'meetings', href: '/meetings', icon: CalendarDays };
const members: Place = { name: 'members', href: '/members', icon: Landmark };
const inbox: Place = { name: 'inbox', href: '/inbox', icon: Inbox };

const search: Place = { name: 'search', href: '/search', icon: Search };

const railPlaces = [today, map, threads, actions, meetings, members, inbox, search];
const barPlaces = [today, map, report, threads, actions];

type ShellProps = {
  readonly children: ReactNode;
  /** Of the live connection; `connecting` once it has been gone for a while. */
  readonly live?: 'live' | 'connecting' | undefined;
  /** Posts and reports that wait on this device for the network. */
  readonly waiting?: number | undefined;
  /** When the server said what the page shows, if it came from this device. */
  readonly keptSince?: Date | null | undefined;
};

/** The frame of the signed-in pages: rail from 720 px, bars above and below under that, keys, connection. */
export function Shell({ children, live, waiting, keptSince }: ShellProps) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const { reader, theme, counts } = useRoot();
  const navigate = useNavigate();
  const page = useReturnTo();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const openHelp = () => setHelpIsOpen(true);
  useShortcuts({
    onNew: () => navigate('/incidents/new'),
    onHelp: openHelp,
    onSearch: () => navigate('/search'),
  });

  const waits = { today: counts.waiting, inbox: counts.unread };
  return (
    <div className="shell">
      <a href="#content" className="skip-link">
        {t('nav.skip')}
      </a>
      <header className="top-bar">
        <Link href="/today" className="brand" aria-label={t('nav.home')}>
          <BrandMark size={26} />
          <span className="wordmark">{t('name')}</span>
        </Link>
        <Link href="/search" className="icon-btn" aria-label={t('nav.search')}>
          <Icon of={Search} />
        </Link>
        <Link href="/inbox" className="icon-btn" aria-label={t('nav.inbox')}>
          <Icon of={Inbox} />
          <Count of={counts.unread} />
        </Link>
        {reader && <SeatMenu reader={reader} theme={theme} opens="down" withPlaces />}
      </header>
      <header className="rail">
        <Link href="/today" className="brand" aria-label={t('nav.home')}>
          <BrandMark />
        </Link>
        <nav aria-label={t('nav.label')} className="rail-list">
          <ul>
            {railPlaces.map((place) => (
              <li key={place.name}>
                <PlaceLink place={place} className="rail-item" waits={waits} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-foot">
          <Flyout
            opens="right"
            page={page}
            label={`${t('language.label')}: ${endonym(language)}`}
            summaryClassName="rail-item"
            face={
              <>
                <Icon of={Languages} />
                <span>{endonym(language)}</span>
              </>
            }
          >
            <div className="flyout-section">
              <span className="flyout-head">{t('language.label')}</span>
              <LanguageForm look="segments" />
            </div>
          </Flyout>
          {reader && <SeatMenu reader={reader} theme={theme} opens="right" onHelp={openHelp} />}
        </div>
      </header>
      <ConnectionBar live={live} waiting={waiting} keptSince={keptSince} />
      <main id="content" tabIndex={-1} className="shell-main">
        {reader?.formerly && <FormerNotice leftOn={reader.formerly.to} />}
        {children}
      </main>
      <nav aria-label={t('nav.label')} className="bottom-bar">
        <ul>
          {barPlaces.map((place) => (
            <li key={place.name}>
              <PlaceLink place={place} className="bar-item" waits={waits} />
            </li>
          ))}
        </ul>
      </nav>
      <ShortcutHelp isOpen={helpIsOpen} onOpenChange={setHelpIsOpen} />
    </div>
  );
}

type PlaceLinkProps = {
  readonly place: Place;
  readonly className: string;
  readonly waits: { readonly today: number; readonly inbox: number };
};

function PlaceLink({ place, className, waits }: PlaceLinkProps) {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const count = place.name === 'today' || place.name === 'inbox' ? waits[place.name] : 0;
  return (
    <Link
      href={place.href}
      className={className}
      {...(isHere(place, pathname) && { 'aria-current': 'page' })}
    >
      <Icon of={place.icon} />
      <span>{t(`nav.${place.name}`)}</span>
      <Count of={count} />
    </Link>
  );
}

/** An incident's page belongs to the map, beside which its list stands. */
function isHere({ name, href }: Place, pathname: string): boolean {
  if (name === 'map' && pathname.startsWith('/incidents') && !pathname.startsWith('/incidents/new'))
    return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}
