import { useLocation } from '@remix-run/react';
import { Menu as MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui/icon.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { Flyout } from './flyout.tsx';
import { LanguageForm } from './language-form.tsx';
import { ThemeForm } from './theme-form.tsx';
import { useReturnTo } from './use-return-to.ts';
import { useRoot } from './use-root.ts';

const places = [
  { name: 'map', href: '/map' },
  { name: 'incidents', href: '/incidents' },
  { name: 'search', href: '/search' },
  { name: 'about', href: '/#about' },
] as const;

/** The frame of the public pages: name, places, languages, sign in. */
export function GuestShell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const { theme } = useRoot();
  const { pathname } = useLocation();
  const page = useReturnTo();
  return (
    <div className="guest-shell">
      <a href="#content" className="skip-link">
        {t('nav.skip')}
      </a>
      <header className="guest-head">
        <Link href="/" className="brand">
          <BrandMark size={34} />
          <span className="wordmark">{t('name')}</span>
        </Link>
        <nav aria-label={t('nav.label')} className="guest-nav">
          {places.map(({ name, href }) => (
            <Link key={name} href={href} {...(pathname.startsWith(href) && { 'aria-current': 'page' })}>
              {t(`nav.${name}`)}
            </Link>
          ))}
        </nav>
        <div className="guest-languages">
          <LanguageForm look="links" />
        </div>
        {pathname !== '/sign-in' && <LinkButton href="/sign-in">{t('nav.sign_in')}</LinkButton>}
        <div className="guest-small">
          <Flyout
            opens="down"
            page={page}
            label={t('action.more')}
            summaryClassName="icon-btn"
            face={<Icon of={MenuIcon} />}
          >
            <nav aria-label={t('nav.label')}>
              {places.map(({ name, href }) => (
                <Link key={name} href={href} className="menu-item">
                  {t(`nav.${name}`)}
                </Link>
              ))}
            </nav>
            <div className="flyout-section">
              <span className="flyout-head">{t('language.label')}</span>
              <LanguageForm look="segments" />
            </div>
            <div className="flyout-section">
              <span className="flyout-head">{t('theme.label')}</span>
              <ThemeForm theme={theme ?? 'system'} />
            </div>
          </Flyout>
        </div>
      </header>
      <ConnectionBar />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
