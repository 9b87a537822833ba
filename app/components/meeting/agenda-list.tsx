import { useFetcher } from '@remix-run/react';
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '#app/components/shell/refusal-note.tsx';
import type { MeetingPoint } from '#app/domain/meeting/meeting.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { Icon } from '#app/ui/icon.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { PointAbout, PointTitle } from './point-title.tsx';
import { usePointDrag } from './use-point-drag.ts';

type AgendaListProps = {
  readonly number: string;
  readonly points: readonly MeetingPoint[];
};

/** The agenda to be put in order: a point is dragged, or moved with its buttons, which work without JavaScript. */
export function AgendaList({ number, points }: AgendaListProps) {
  const { t } = useTranslation('meeting');
  const fetcher = useFetcher<{ refusal?: Refusal | null }>();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  const at = (pointId: string) => `/meetings/${number}/points/${pointId}`;
  usePointDrag(
    list,
    points.map(({ id }) => id),
    (pointId, to) => fetcher.submit({ to }, { method: 'post', action: `${at(pointId)}/move` }),
  );
  const order = points.map(({ id }) => id).join(' ');
  useEffect(() => {
    // A moved row takes the focus of its button with it.
    const button = pressed.current === null ? null : document.getElementById(pressed.current);
    const row = button?.closest('li');
    pressed.current = null;
    if (button?.hasAttribute('disabled')) row?.querySelector<HTMLElement>('button:enabled')?.focus();
    else button?.focus();
  }, [order]);
  return (
    <div className="grid gap-2">
      <RefusalNote refusal={fetcher.data?.refusal} />
      <ol ref={list} className="rows">
        {points.map((point, index) => (
          <li
            key={point.id}
            draggable
            data-point={point.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5"
          >
            <span className="hidden cursor-grab text-ink-3 md:block">
              <Icon of={GripVertical} size="sm" />
            </span>
            <span className="num w-6 text-right text-ink-2">{index + 1}</span>
            <span className="grid min-w-0 flex-1 basis-48 gap-0.5">
              <PointAbout of={point} />
              <PointTitle of={point} />
            </span>
            <span className="flex gap-1">
              {(['up', 'down'] as const).map((way) => (
                <fetcher.Form
                  key={way}
                  method="post"
                  action={`${at(point.id)}/move`}
                  onSubmit={() => {
                    pressed.current = `${way}-${point.id}`;
                  }}
                >
                  <input type="hidden" name="to" value={way === 'up' ? index : index + 2} />
                  <IconButton
                    id={`${way}-${point.id}`}
                    type="submit"
                    icon={way === 'up' ? ArrowUp : ArrowDown}
                    label={t(`agenda.${way}`, { place: index + 1 })}
                    isDisabled={way === 'up' ? index === 0 : index === points.length - 1}
                  />
                </fetcher.Form>
              ))}
              {point.minutes.length + point.outcomes.length === 0 && (
                <fetcher.Form method="post" action={`${at(point.id)}/remove`}>
                  <IconButton type="submit" icon={X} label={t('agenda.remove', { place: index + 1 })} />
                </fetcher.Form>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
