import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';

type IconProps = {
  readonly of: LucideIcon;
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  readonly className?: string | undefined;
};

/** A lucide icon in our weight: 18 px, 15 (`sm`) or 22 (`lg`). Decorative; the words stand beside it. */
export function Icon({ of: Glyph, size = 'md', className }: IconProps) {
  return (
    <Glyph
      aria-hidden="true"
      focusable="false"
      strokeWidth={1.7}
      className={classNames('icon', size !== 'md' && `icon-${size}`, className)}
    />
  );
}
