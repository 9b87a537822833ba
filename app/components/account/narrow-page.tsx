import type { ReactNode } from 'react';

type NarrowPageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** A page with one short form: head, a sentence, the form. */
export function NarrowPage({ title, lead, children }: NarrowPageProps) {
  return (
    <div className="mx-auto grid max-w-[480px] content-start gap-5 px-4 py-8 md:py-12">
      <div className="grid gap-2">
        <h1 className="text-t-6">{title}</h1>
        {lead && <p className="text-ink-2">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
