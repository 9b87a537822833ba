import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right bottom' | undefined;
  /** `MenuItem`s. */
  readonly children: ReactNode;
};

/** A button with a menu of commands. It needs JavaScript: each command must exist elsewhere, too. */
export function Menu({ trigger, label, placement = 'bottom end', children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu aria-label={label} className="menu">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

type MenuItemProps = {
  readonly children: string;
  readonly icon?: LucideIcon | undefined;
  readonly danger?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly href?: string | undefined;
  readonly onAction?: (() => void) | undefined;
};

/** A command, or a link with `href`. */
export function MenuItem({
  children,
  icon,
  danger = false,
  lang,
  isDisabled,
  href,
  onAction,
}: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={children}
      className={classNames('menu-item', danger && 'menu-item-danger')}
      {...(lang !== undefined && { lang })}
      {...(isDisabled !== undefined && { isDisabled })}
      {...(href !== undefined && { href })}
      {...(onAction && { onAction })}
    >
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </AriaMenuItem>
  );
}
