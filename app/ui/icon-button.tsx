import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  readonly icon: LucideIcon;
  /** Its name for screen readers, shown as a tooltip. */
  readonly label: string;
  readonly size?: 'sm' | 'md' | undefined;
  /** With a hairline, for what stands alone or over the map. */
  readonly line?: boolean | undefined;
  readonly className?: string | undefined;
};

/** A button that shows only an icon. */
export function IconButton({ icon, label, size = 'md', line = false, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('icon-btn', size === 'sm' && 'icon-btn-sm', line && 'icon-btn-line', className)}
      >
        <Icon of={icon} />
      </AriaButton>
    </Tooltip>
  );
}
