import { ChevronDown, type LucideIcon, X } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';

type ChipLook = {
  readonly icon?: LucideIcon | undefined;
  readonly on?: boolean | undefined;
  /** Over the map: square corners, a shadow, 36 px. */
  readonly square?: boolean | undefined;
  /** What stands at its end: a cross (takes the filter away) or an arrow (opens a choice). */
  readonly end?: 'remove' | 'open' | undefined;
};

type LinkChipProps = LinkProps & ChipLook;

/** A filter as a link: each state of the filters has its URL. `on` with `end="remove"` links to the URL without it. */
export function LinkChip({ icon, on = false, square, end, className, children, ...rest }: LinkChipProps) {
  return (
    <Link {...rest} className={chipClass({ on, square }, className)} {...(on && { 'aria-current': 'true' })}>
      <ChipFace icon={icon} end={end}>
        {children}
      </ChipFace>
    </Link>
  );
}

type ChipProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> &
  ChipLook & { readonly children: ReactNode; readonly className?: string | undefined };

/** A chip that does something: opens a menu, sets the language of what one writes. */
export function Chip({ icon, on = false, square, end, className, children, ...rest }: ChipProps) {
  return (
    <AriaButton {...rest} className={chipClass({ on, square }, className)}>
      <ChipFace icon={icon} end={end}>
        {children}
      </ChipFace>
    </AriaButton>
  );
}

type SummaryChipProps = Omit<ComponentPropsWithoutRef<'summary'>, 'className'> & ChipLook;

/** A chip that opens a `<details>`: a choice that also works without JavaScript. */
export const SummaryChip = forwardRef<HTMLElement, SummaryChipProps>(function SummaryChip(
  { icon, on = false, square, end = 'open', children, ...rest },
  ref,
) {
  return (
    <summary {...rest} ref={ref} className={chipClass({ on, square }, 'list-none')}>
      <ChipFace icon={icon} end={end}>
        {children}
      </ChipFace>
    </summary>
  );
});

function ChipFace({
  icon,
  end,
  children,
}: Pick<ChipLook, 'icon' | 'end'> & { readonly children: ReactNode }) {
  return (
    <>
      {icon && <Icon of={icon} size="sm" />}
      {children}
      {end && <Icon of={end === 'remove' ? X : ChevronDown} size="sm" />}
    </>
  );
}

function chipClass({ on, square }: Pick<ChipLook, 'on' | 'square'>, extra?: string): string {
  return classNames('chip', on && 'chip-on', square && 'chip-square', extra);
}
