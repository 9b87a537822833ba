import { useTranslation } from 'react-i18next';
import { Link } from '#app/ui/link.tsx';

type KeptListProps = { readonly kept: readonly { readonly number: string; readonly title: string }[] };

/** What stays of an import that was taken back, by number and title: others have worked on it. */
export function KeptList({ kept }: KeptListProps) {
  const { t } = useTranslation('import');
  return (
    <section className="grid gap-2">
      <h2>{t('undo.kept')}</h2>
      <p className="text-ink-2">{t('undo.kept_hint')}</p>
      <ul className="rows">
        {kept.map(({ number, title }) => (
          <li key={number} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
            <Link href={`/incidents/${number}`} className="num">
              {number}
            </Link>
            <span className="min-w-0 flex-1 basis-60 break-words">{title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
