import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type ButtonLook = {
  /** One `primary` per view. `danger` is for what takes something away. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  /** 30, 36 or 48 px; 44 at least on touch screens. */
  readonly size?: 'sm' | 'md' | 'lg' | undefined;
  readonly wide?: boolean | undefined;
};

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> &
  ButtonLook & {
    readonly children: ReactNode;
    readonly icon?: LucideIcon | undefined;
    /** Under way: shows a spinner, cannot be pressed again, stays focusable. */
    readonly isPending?: boolean | undefined;
    readonly className?: string | undefined;
  };

/** The class of everything that looks like a button. */
export function buttonClass(
  { variant = 'plain', size = 'md', wide = false }: ButtonLook,
  extra?: string,
): string {
  return classNames(
    'btn',
    variant !== 'plain' && `btn-${variant}`,
    size !== 'md' && `btn-${size}`,
    wide && 'btn-wide',
    extra,
  );
}

/** A button. `type="submit"` with `name` and `value` works without JavaScript, too. */
export function Button({
  variant,
  size,
  wide,
  icon,
  isPending = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isPending} className={buttonClass({ variant, size, wide }, className)}>
      {isPending ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon of={icon} size={iconSize(size)} />
      )}
      {children}
    </AriaButton>
  );
}

/** Small buttons carry small icons. */
export function iconSize(size: ButtonLook['size']): 'sm' | 'md' {
  return size === 'sm' ? 'sm' : 'md';
}
