import { useFetcher } from '@remix-run/react';
import {
  ArrowLeftRight,
  CalendarDays,
  HandHelping,
  Keyboard,
  Landmark,
  LogOut,
  Settings,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { governmentName } from '#app/components/government/government-name.tsx';
import { Seal } from '#app/components/government/seal.tsx';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
import { Flyout } from './flyout.tsx';
import { LanguageForm } from './language-form.tsx';
import type { RootData } from './root-data.ts';
import { ThemeForm } from './theme-form.tsx';
import { useReturnTo } from './use-return-to.ts';

type SeatMenuProps = {
  readonly reader: NonNullable<RootData['reader']>;
  readonly theme: RootData['theme'];
  readonly opens: 'right' | 'down';
  /** On phones it also leads to what the bottom bar has no place for. */
  readonly withPlaces?: boolean | undefined;
  readonly onHelp?: (() => void) | undefined;
};

/** Who I am, in which seat: the filled seal. Language, appearance, settings, sign out. */
export function SeatMenu({ reader, theme, opens, withPlaces = false, onHelp }: SeatMenuProps) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const signOut = useFetcher();
  const page = useReturnTo();
  const { titleKo, titleZh, titleEn } = reader.seatTitle;
  const name = language === 'en' ? reader.nameLatin || reader.name : reader.name;
  const office = `${governmentName(reader.government, language)} · ${{ ko: titleKo, zh: titleZh, en: titleEn }[language]}`;
  return (
    <Flyout
      opens={opens}
      page={page}
      label={t('account.open', { name, seat: office })}
      summaryClassName={opens === 'right' ? 'rail-item' : 'icon-btn'}
      face={<Seal government={reader.government} size="md" filled />}
    >
      <div className="flyout-who">
        <Seal government={reader.government} size="md" filled />
        <b>{name}</b>
        <small>{office}</small>
      </div>
      {withPlaces && (
        <>
          <Link href="/meetings" className="menu-item">
            <Icon of={CalendarDays} />
            {t('nav.meetings')}
          </Link>
          <Link href="/members" className="menu-item">
            <Icon of={Landmark} />
            {t('nav.members')}
          </Link>
        </>
      )}
      <div className="flyout-section">
        <span className="flyout-head">{t('language.label')}</span>
        <LanguageForm look="segments" />
      </div>
      <div className="flyout-section">
        <span className="flyout-head">{t('theme.label')}</span>
        <ThemeForm theme={theme ?? 'system'} />
      </div>
      <hr className="menu-rule" />
      <Link href="/settings" className="menu-item">
        <Icon of={Settings} />
        {t('account.settings')}
      </Link>
      <Link href="/handovers" className="menu-item">
        <Icon of={HandHelping} />
        {t('account.handover')}
      </Link>
      <Link href="/seat" className="menu-item">
        <Icon of={ArrowLeftRight} />
        {t('account.switch_seat')}
      </Link>
      {onHelp && (
        <button type="button" className="menu-item" onClick={onHelp}>
          <Icon of={Keyboard} />
          {t('account.shortcuts')}
        </button>
      )}
      <signOut.Form method="post" action="/sign-out">
        <button type="submit" className="menu-item">
          <Icon of={LogOut} />
          {t('account.sign_out')}
        </button>
      </signOut.Form>
    </Flyout>
  );
}
