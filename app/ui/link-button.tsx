import type { LucideIcon } from 'lucide-react';
import { buttonClass, type ButtonLook, iconSize } from './button.tsx';
import { Icon } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';

type LinkButtonProps = LinkProps & ButtonLook & { readonly icon?: LucideIcon | undefined };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, wide }, className)}>
      {icon && <Icon of={icon} size={iconSize(size)} />}
      {children}
    </Link>
  );
}
