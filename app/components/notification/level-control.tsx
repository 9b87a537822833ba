import { useFetcher } from '@remix-run/react';
import { Bell, BellOff, BellRing } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnTo } from '#app/components/shell/use-return-to.ts';
import type { LevelSaid } from '#app/domain/notification/find-levels.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { NativeSelect } from '#app/ui/native-select.tsx';
import { KeepUpLevel } from '#prisma/generated/enums.ts';

type LevelControlProps = { readonly threadId: string; readonly level: LevelSaid };

const icons = { watching: BellRing, normal: Bell, muted: BellOff } as const;

/** How much the seat wants to hear of a thread. Saved as it is chosen; without JavaScript by the button. */
export function LevelControl({ threadId, level: { own, otherwise } }: LevelControlProps) {
  const { t } = useTranslation('keeping-up');
  const fetcher = useFetcher();
  const page = useReturnTo();
  const id = useId();
  return (
    <fetcher.Form
      method="post"
      action={`/threads/${threadId}/level`}
      onChange={(event) => void fetcher.submit(event.currentTarget)}
      className="flex items-center gap-1.5"
    >
      <Icon of={icons[own ?? otherwise]} size="sm" className="text-ink-2" />
      <input type="hidden" name="returnTo" value={page} />
      <NativeSelect
        key={own}
        id={id}
        name="level"
        label={t('level.label')}
        hideLabel
        defaultValue={own ?? ''}
        options={[
          { value: '', label: t('level.usual', { level: t(`level.${otherwise}`) }) },
          ...Object.values(KeepUpLevel).map((value) => ({ value, label: t(`level.${value}`) })),
        ]}
      />
      <noscript>
        <button type="submit" className="btn btn-sm">
          {t('level.save')}
        </button>
      </noscript>
    </fetcher.Form>
  );
}
