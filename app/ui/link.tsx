import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';

export type LinkProps = Omit<AriaLinkProps, 'children' | 'className' | 'style' | 'href'> & {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/**
 * A link: a plain `<a>` to the server, followed in place once the page runs (see `UiProvider`).
 * `data-discover` lets Remix learn of the page behind it beforehand.
 */
export function Link({ className, children, ...rest }: LinkProps) {
  return (
    <AriaLink data-discover="true" {...rest} className={className ?? ''}>
      {children}
    </AriaLink>
  );
}
