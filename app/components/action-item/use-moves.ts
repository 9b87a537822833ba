import { useFetcher, useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoot } from '#app/components/shell/use-root.ts';
import type { ActionItemCard, boardStates } from '#app/domain/action-item/action-item.ts';
import { moveTo } from '#app/domain/action-item/board-move.ts';
import { mayPropose } from '#app/domain/action-item/policy.ts';
import { toast } from '#app/ui/toast.tsx';
import type { StepAnswer } from './step-form.tsx';

type Column = (typeof boardStates)[number];

/**
 * Moves a card to another column by the step that leads there: at once, or on the page of the step where it asks for
 * words. Where it cannot be it says why. Null for who only reads.
 */
export function useMoves(): ((item: ActionItemCard, column: Column) => void) | null {
  const { t } = useTranslation(['schedule', 'refusal']);
  const { reader } = useRoot();
  const navigate = useNavigate();
  const fetcher = useFetcher<StepAnswer>();
  const refusal = fetcher.data?.refusal;
  useEffect(() => {
    if (refusal) toast(t(`refusal:${refusal}`), { tone: 'problem' });
  }, [refusal, t]);
  if (!mayPropose(reader)) return null;
  return (item, column) => {
    if (column === item.state || fetcher.state !== 'idle') return;
    const move = moveTo(reader, item, column);
    if ('why' in move) return void toast(t(`schedule:move.why.${move.why}`), { tone: 'problem' });
    const url = `/actions/${item.number}/${move.step}`;
    if (move.step === 'claim' || move.step === 'dispute') return void navigate(url);
    fetcher.submit({ revision: item.revision }, { method: 'post', action: url });
  };
}
