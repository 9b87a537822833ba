import { useNavigate } from '@remix-run/react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#app/ui/toast.tsx';
import { useReportQueue, type WhenAwake } from './report-queue.ts';
import type { Drained } from './report-store.ts';

/** The reports that wait on this device: sends them from any page, says how it went, and answers how many wait. */
export function useKeptReports(accountId: string | null, whenAwake: WhenAwake): number {
  const { t } = useTranslation('incident');
  const navigate = useNavigate();
  const onEnd = useCallback(
    ({ sent, refused }: Drained) => {
      if (sent > 0) toast(t('reporting.sent', { count: sent }), { tone: 'done' });
      if (refused > 0)
        toast(t('reporting.sent_back'), {
          tone: 'problem',
          act: { label: t('reporting.open_sent_back'), onAct: () => navigate('/incidents/new') },
        });
    },
    [t, navigate],
  );
  return useReportQueue(accountId, whenAwake, onEnd);
}
