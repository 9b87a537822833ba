import { BadgeCheck, Bot, History, type LucideIcon, Pencil, Stamp, UserPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '#app/ui/icon.tsx';

type TextState = 'source' | 'machine' | 'human' | 'verified' | 'agreed' | 'stale';

const icons = {
  source: Pencil,
  machine: Bot,
  human: UserPen,
  verified: BadgeCheck,
  agreed: Stamp,
  stale: History,
} satisfies Record<TextState, LucideIcon>;

type TranslationMarkProps = { readonly state: TextState; readonly children: ReactNode };

/** What a text is: icon and word; machine text has a dashed line, outdated text stands in the wait colour. */
export function TranslationMark({ state, children }: TranslationMarkProps) {
  return (
    <span className={`translation translation-${state}`}>
      <Icon of={icons[state]} size="sm" />
      <span>{children}</span>
    </span>
  );
}
