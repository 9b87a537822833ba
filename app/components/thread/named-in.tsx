import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { findPostsNaming } from '#app/domain/thread/find-references.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useHints } from '#app/realtime/use-hints.ts';
import { Link } from '#app/ui/link.tsx';

type Naming = Awaited<ReturnType<typeof findPostsNaming>>;

type NamedInProps = {
  readonly number: string;
  /** As the page was loaded. */
  readonly loaded: Naming;
};

/** The posts of other threads that name this incident or action item; keeps itself true. */
export function NamedIn({ number, loaded }: NamedInProps) {
  const { t } = useTranslation('thread');
  const { reader } = useRoot();
  const { load, data } = useFetcher<Naming>();
  useHints(() => load(`/references/${number}`));
  const { posts, total } = data ?? loaded;
  if (total === 0) return null;
  return (
    <section aria-labelledby="named-in" className="grid gap-1">
      <h2 id="named-in" className="text-t-3">
        {t('named_in.heading')} <span className="num font-normal text-ink-2">{total}</span>
      </h2>
      <ul className="rows">
        {posts.map(({ threadId, seq, at, government, title }) => (
          <li key={`${threadId} ${seq}`} className="relative grid gap-1 py-2.5">
            <Link
              href={`/threads/${threadId}?at=${seq}#entry-${seq}`}
              className="text-ink no-underline after:absolute after:inset-0 hover:underline"
            >
              <span lang={htmlLang(title.language)}>{title.text}</span>
            </Link>
            <span className="flex flex-wrap items-center gap-x-2 text-t-2 text-ink-2">
              <GovernmentName government={government} filled={government.id === reader?.governmentId} />
              <Moment at={at} className="text-t-1" />
            </span>
          </li>
        ))}
      </ul>
      {total > posts.length && (
        <p className="text-t-2 text-ink-2">{t('named_in.more', { count: total - posts.length })}</p>
      )}
    </section>
  );
}
