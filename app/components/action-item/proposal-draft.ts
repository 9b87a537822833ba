import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { CommitmentRole, Grade, Language } from '#prisma/generated/enums.ts';

const party = z.object({
  governmentId: z.string().default(''),
  role: z.enum(CommitmentRole).catch('partner'),
});
const strings = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** A proposal as far as it is written: in the form, on this device, and as a refused form comes back. */
const draftShape = z.object({
  title: z.string().catch(''),
  text: z.string().catch(''),
  language: z.enum(Language).optional().catch(undefined),
  grade: z.enum(Grade).catch('intention'),
  parties: z.array(party).catch([]),
  dueOn: z.string().catch(''),
  incidents: strings.catch([]),
  clientKey: z.string().optional().catch(undefined),
});

export type ProposalDraft = z.output<typeof draftShape>;

const fewestRows = 3;

/** What a form gave back, or what the device kept, as a draft; at least three rows for parties. */
function toDraft(value: unknown): ProposalDraft | null {
  const draft = draftShape.safeParse(value).data;
  if (!draft) return null;
  const empty = Array.from({ length: Math.max(0, fewestRows - draft.parties.length) }, () => ({
    governmentId: '',
    role: 'partner' as const,
  }));
  return { ...draft, parties: [...draft.parties, ...empty] };
}

type Options = {
  accountId: string;
  /** A new proposal. */
  start: unknown;
  /** What came back from the server, if it was refused. */
  returned: unknown;
};

/** The draft of a proposal. It survives a reload and goes when the proposal is made. */
export function useProposalDraft({ accountId, start, returned }: Options) {
  const key = `tideline.proposal.${accountId}`;
  const [draft, setDraft] = useState(() => toDraft(returned) ?? toDraft(start) ?? emptyDraft);
  const [kept, setKept] = useState(false);
  const sent = useRef(false);
  // Several fields may change before React draws again, as with what was typed before the page had its script.
  const latest = useRef(draft);
  const show = useCallback((next: ProposalDraft) => {
    latest.current = next;
    setDraft(next);
  }, []);

  useEffect(() => {
    const before = readKept(key);
    if (before) {
      show({ ...before, incidents: [...new Set([...before.incidents, ...latest.current.incidents])] });
      setKept(true);
    }
    return () => {
      // The form went and did not come back: the proposal is made.
      if (sent.current) localStorage.removeItem(key);
    };
  }, [key, show]);

  useEffect(() => {
    if (returned) sent.current = false;
  }, [returned]);

  return {
    draft,
    kept,
    change: (changed: (now: ProposalDraft) => Partial<ProposalDraft>) => {
      const next = { ...latest.current, ...changed(latest.current) };
      show(next);
      setKept(keep(key, next));
    },
    onSent: () => {
      sent.current = true;
    },
  };
}

const emptyDraft: ProposalDraft = {
  title: '',
  text: '',
  language: undefined,
  grade: 'intention',
  parties: [],
  dueOn: '',
  incidents: [],
};

function readKept(key: string): ProposalDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept === null ? null : toDraft(kept);
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return null;
  }
}

function keep(key: string, draft: ProposalDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch (error) {
    console.info('The browser keeps no drafts.', error);
    return false;
  }
}
