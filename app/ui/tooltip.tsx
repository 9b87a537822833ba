import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

type TooltipProps = {
  readonly words: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One of our buttons or links: it must take focus. */
  readonly children: ReactElement;
};

/** Words on hover and on focus. Never the only place where something is said. */
export function Tooltip({ words, placement = 'top', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip placement={placement} offset={6} className="tooltip">
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
