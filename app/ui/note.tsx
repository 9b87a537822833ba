import { Check, History, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type NoteTone = 'plain' | 'wait' | 'late' | 'done';

const icons = { plain: Info, wait: History, late: TriangleAlert, done: Check } satisfies Record<
  NoteTone,
  LucideIcon
>;

type NoteProps = {
  /** `wait`: clearance or an outdated translation. `late`: hazard or overdue, nothing else. */
  readonly tone?: NoteTone | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
  readonly lang?: string | undefined;
  /** `status` for what appears while one works, `alert` for what cannot wait. */
  readonly role?: 'status' | 'alert' | 'note' | undefined;
  readonly className?: string | undefined;
};

/** A sentence that belongs to the page. */
export function Note({ tone = 'plain', icon, children, lang, role, className }: NoteProps) {
  return (
    <div
      role={role}
      lang={lang}
      className={classNames('note', tone !== 'plain' && `note-${tone}`, className)}
    >
      <Icon of={icon ?? icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
