import { useTranslation } from 'react-i18next';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { usualOptions } from '#app/domain/decision/decision.ts';
import type { Brief } from '#app/domain/handover/find-handovers.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';

type Decision = Brief['decisions'][number];

/** What was decided last, what came of it, and what the own government said and why. */
export function LastDecisions({ of }: { readonly of: Brief['decisions'] }) {
  return (
    <ul className="rows">
      {of.map((decision) => (
        <li key={decision.id} className="grid gap-1 py-3 text-t-3">
          <Link
            href={`/threads/${decision.threadId}?at=${decision.post.seq}#entry-${decision.post.seq}`}
            className="font-semibold text-ink"
          >
            <ItemTitle of={titled(decision)} />
          </Link>
          <OwnVoice of={decision} />
        </li>
      ))}
    </ul>
  );
}

function OwnVoice({
  of: { voices, options, outcome, outcomeLanguage, closedAt },
}: {
  readonly of: Decision;
}) {
  const { t } = useTranslation(['handover', 'decision']);
  const format = useFormat();
  const [voice] = voices;
  const at = voice?.choice ?? -1;
  const [usual, own] = [usualOptions[at], options[at]];
  const choice = own ?? (usual && t(`decision:option.${usual}`));
  return (
    <>
      {closedAt && <p className="num text-t-1 text-ink-2">{format.date(closedAt)}</p>}
      {outcome && outcomeLanguage && <p lang={htmlLang(outcomeLanguage)}>{outcome}</p>}
      {choice && <p className="text-t-2 text-ink-2">{t('handover:decision.own', { choice })}</p>}
      {voice?.reason && voice.reasonLanguage && (
        <p className="text-t-2 text-ink-2" lang={htmlLang(voice.reasonLanguage)}>
          {voice.reason}
        </p>
      )}
    </>
  );
}

/** The words of a proposal are a post: its first line stands for it. */
function titled({ post, translations }: Decision) {
  const firstLine = (text: string) => text.split('\n', 1)[0] ?? text;
  return {
    ...post,
    title: firstLine(post.body),
    translations: translations.map((one) => ({ ...one, text: firstLine(one.text) })),
  };
}
