import { useTranslation } from 'react-i18next';
import { Seal } from '#app/components/government/seal.tsx';
import type { Presence } from '#app/realtime/contract.ts';
import { useGovernment } from './governments.ts';
import { useNames } from './use-names.ts';

/** Who else has the thread open: the seals of their governments and their names. */
export function WhoIsHere({ present }: { readonly present: readonly Presence[] }) {
  const { t } = useTranslation('thread');
  const find = useGovernment();
  const names = useNames();
  const governments = [...new Set(present.map(({ governmentId }) => governmentId))].flatMap(
    (id) => find(id) ?? [],
  );
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-t-2 text-ink-2">
      {present.length > 0 && (
        <>
          <span className="flex gap-1">
            {governments.map((government) => (
              <Seal key={government.id} government={government} />
            ))}
          </span>
          <span>{t('present.others', { names: names(present), count: present.length })}</span>
        </>
      )}
    </div>
  );
}

/** Who is writing now. Keeps its place, so that nothing jumps. */
export function WhoIsTyping({ typing }: { readonly typing: readonly Presence[] }) {
  const { t } = useTranslation('thread');
  const names = useNames();
  return (
    <div className="flex min-h-6 items-center gap-2 text-t-2 text-ink-2">
      {typing.length > 0 && (
        <>
          <span aria-hidden="true" className="flex gap-0.75">
            <span className="size-1.25 rounded-full bg-ink-2" />
            <span className="size-1.25 rounded-full bg-ink-3" />
            <span className="size-1.25 rounded-full bg-line-2" />
          </span>
          <span>{t('typing', { names: names(typing), count: typing.length })}</span>
        </>
      )}
    </div>
  );
}
