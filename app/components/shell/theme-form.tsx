import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useReturnTo } from './use-return-to.ts';

const themes = ['light', 'dark', 'system'] as const;

type Theme = (typeof themes)[number];

/** Light, dark or as the device says. Kept in a cookie by the server; a plain form without JavaScript. */
export function ThemeForm({ theme }: { readonly theme: Theme }) {
  const { t } = useTranslation('common');
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action="/theme" preventScrollReset aria-label={t('theme.label')}>
      <input type="hidden" name="returnTo" value={useReturnTo()} />
      <div className="seg seg-sm seg-wide flex">
        {themes.map((value) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-current={value === theme ? 'true' : undefined}
          >
            <span className="seg-cell">{t(`theme.${value}`)}</span>
          </button>
        ))}
      </div>
    </fetcher.Form>
  );
}
