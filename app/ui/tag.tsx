import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type TagProps = {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'wait' | 'done' | 'late' | undefined;
  readonly lang?: string | undefined;
};

/** A small word about a thing: its grade, its role. */
export function Tag({ children, tone = 'plain', lang }: TagProps) {
  return (
    <span lang={lang} className={classNames('tag', tone !== 'plain' && `tag-${tone}`)}>
      {children}
    </span>
  );
}
