import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/ui/link.tsx';
import { ItemTitle } from './item-title.tsx';

type ItemFrameProps = {
  readonly item: { readonly number: string } & Parameters<typeof ItemTitle>[0]['of'];
  readonly heading: string;
  readonly children: ReactNode;
};

/** A page about one step of an action item, with the way back to it. */
export function ItemFrame({ item, heading, children }: ItemFrameProps) {
  const { t } = useTranslation('action-item');
  return (
    <div className="grid max-w-170 gap-4 px-4 py-5 md:px-8">
      <nav aria-label={t('page.breadcrumb')} className="text-t-2 text-ink-2">
        <Link href={`/actions/${item.number}`} className="text-inherit">
          <span className="num">{item.number}</span> <ItemTitle of={item} />
        </Link>
      </nav>
      <h1>{heading}</h1>
      {children}
    </div>
  );
}
