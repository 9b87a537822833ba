import { Form } from '@remix-run/react';
import { ListChecks, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Due } from '#app/components/action-item/due.tsx';
import { ItemTitle } from '#app/components/action-item/item-title.tsx';
import { StateMark } from '#app/components/action-item/state-mark.tsx';
import { KindGlyph } from '#app/components/incident/kind-glyph.tsx';
import { StatusMark } from '#app/components/incident/status-mark.tsx';
import { authorityName, currentStep } from '#app/domain/action-item/clearance.ts';
import type { BriefItem as Item } from '#app/domain/handover/find-handovers.server.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';

type BriefItemProps = {
  readonly handoverId: string;
  readonly item: Item;
  readonly mayTakeOver: boolean;
  readonly mayNote: boolean;
};

/** One open piece of work: where it stands, what the predecessor says of it, and the successor's answer. */
export function BriefItem({ handoverId, item, mayTakeOver, mayNote }: BriefItemProps) {
  const { t } = useTranslation('handover');
  const { thread, translations, unread, state } = item;
  const at = `/handovers/${handoverId}/${thread.id}`;
  return (
    <li className="grid gap-2 py-3.5" aria-label={thread.actionItem?.number ?? thread.incident?.number}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
        {thread.incident && <KindGlyph kind={thread.incident.kind} />}
        {thread.incident && <StatusMark status={thread.incident.status} />}
        {thread.actionItem && <Icon of={ListChecks} size="sm" />}
        {thread.actionItem && <StateMark state={thread.actionItem.state} />}
        {thread.subject === 'topic' && <Icon of={MessagesSquare} size="sm" />}
        <span className="num">{thread.actionItem?.number ?? thread.incident?.number}</span>
        {unread > 0 && <b className="num text-primary">{t('item.unread', { count: unread })}</b>}
        {state !== 'open' && (
          <State
            shape={state === 'accepted' ? 'check' : 'cross'}
            tone={state === 'accepted' ? 'done' : 'off'}
          >
            {t(`item.${state}`)}
          </State>
        )}
      </div>
      <h3 className="text-t-4 [overflow-wrap:anywhere]">
        <Link href={hrefOf(item)} className="text-ink no-underline hover:underline">
          <Title item={item} translations={translations} />
        </Link>
      </h3>
      {thread.actionItem?.dueOn && <Due of={thread.actionItem} />}
      <Clearances item={item} />
      {item.note && item.noteLanguage && (
        <Words label={t('item.note')} language={item.noteLanguage} text={item.note} />
      )}
      {item.reason && item.reasonLanguage && (
        <Words label={t('item.reason')} language={item.reasonLanguage} text={item.reason} />
      )}
      <div className="flex flex-wrap gap-2">
        {mayTakeOver && state !== 'accepted' && (
          <Form method="post" action={`${at}/accept`} preventScrollReset>
            <Button type="submit" size="sm" variant="primary">
              {t('item.accept')}
            </Button>
          </Form>
        )}
        {mayTakeOver && state === 'open' && (
          <LinkButton href={`${at}/return`} size="sm">
            {t('item.return')}
          </LinkButton>
        )}
        {mayNote && (
          <LinkButton href={`${at}/note`} size="sm">
            {t(item.note ? 'item.change_note' : 'item.write_note')}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

function Title({ item: { thread }, translations }: { item: Item; translations: Item['translations'] }) {
  const titled = thread.incident ?? thread.actionItem;
  if (titled) return <ItemTitle of={{ ...titled, translations }} />;
  if (!thread.title || !thread.titleLanguage) return null;
  return (
    <ItemTitle
      of={{
        title: thread.title,
        language: thread.titleLanguage,
        revision: thread.titleRevision,
        translations,
      }}
    />
  );
}

/** Which authority has the own promise before it. */
function Clearances({ item: { thread } }: { readonly item: Item }) {
  const { t } = useTranslation('handover');
  const language = useLanguage();
  return (thread.actionItem?.commitments ?? []).flatMap(({ governmentId, steps }) => {
    const step = currentStep(steps);
    if (!step) return [];
    const authority = authorityName(step, language);
    return [
      <State key={governmentId} shape="clock" tone="wait">
        {t('item.clearance', { authority, step: step.position + 1, of: steps.length })}
      </State>,
    ];
  });
}

type WordsProps = { readonly label: string; readonly language: 'ko' | 'zh' | 'en'; readonly text: string };

function Words({ label, language, text }: WordsProps) {
  return (
    <div className="grid gap-0.5 border-l-2 border-line pl-3 text-t-3">
      <span className="text-t-2 text-ink-2">{label}</span>
      <blockquote lang={htmlLang(language)} className="whitespace-pre-line">
        {text}
      </blockquote>
    </div>
  );
}

function hrefOf({ thread }: Item): string {
  if (thread.incident) return `/incidents/${thread.incident.number}`;
  return thread.actionItem ? `/actions/${thread.actionItem.number}` : `/threads/${thread.id}`;
}
