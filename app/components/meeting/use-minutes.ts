import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#app/domain/refusal.ts';
import type { MeetingPoint } from '#app/domain/meeting/meeting.ts';
import { keepMinutesDraft, type MinutesDraft, readMinutesDraft } from './minutes-draft.ts';

export type SavedMinutes = MeetingPoint['minutes'][number];

/** What the door of the minutes answers: done, or the reason and what stands there instead. */
export type MinutesAnswer = {
  refusal?: Refusal | null | undefined;
  value?: { revision: number } | undefined;
  theirs?: SavedMinutes | null | undefined;
  lastResult?:
    | {
        initialValue?: Record<string, unknown> | null | undefined;
        error?: Record<string, string[] | null> | null | undefined;
      }
    | undefined;
};

type Options = {
  /** Of the draft on this device. */
  draftKey: string;
  /** As the page knows them. */
  saved: SavedMinutes | undefined;
  /** What a form that was sent without JavaScript got back. */
  given: MinutesAnswer | undefined;
};

/**
 * Minutes while somebody types: what others save is shown in the field as long as nothing is typed, and beside it
 * afterwards. A save that the other side was quicker than comes back with both texts; the next one means both.
 */
export function useMinutes({ draftKey, saved, given }: Options) {
  const fetcher = useFetcher<MinutesAnswer>();
  const answer = fetcher.data ?? given;
  const [typed, setTyped] = useState<MinutesDraft | null>(() => typedBefore(given));
  const sent = useRef<string | null>(null);
  const latest = useRef(typed);
  const put = (draft: MinutesDraft | null) => {
    latest.current = draft;
    setTyped(draft);
    keepMinutesDraft(draftKey, draft);
  };

  useEffect(() => {
    if (latest.current) return;
    const kept = readMinutesDraft(draftKey);
    latest.current = kept;
    setTyped(kept);
  }, [draftKey]);

  const { data } = fetcher;
  useEffect(() => {
    const now = latest.current;
    if (!data || !now) return;
    const next = afterAnswer(now, data, sent.current);
    latest.current = next;
    setTyped(next);
    keepMinutesDraft(draftKey, next);
  }, [data, draftKey]);

  const theirs = newest(saved, answer?.theirs ?? undefined);
  const theirRevision = theirs?.revision ?? 0;
  return {
    fetcher,
    refusal: answer?.refusal,
    faults: answer?.lastResult?.error?.text,
    text: typed?.text ?? theirs?.text ?? '',
    /** What the form was typed on; a save on an older one than that of the server is refused. */
    revision: typed?.revision ?? theirRevision,
    isTyped: typed !== null,
    /** What somebody else saved since, to be read beside the own text. */
    theirs: isApart(typed, theirs, answer) ? theirs : undefined,
    type: (text: string) => put({ text, revision: latest.current?.revision ?? theirRevision }),
    /** Leaves what was typed. */
    leave: () => put(null),
    onSend: () => {
      sent.current = latest.current?.text ?? null;
    },
  };
}

function newest(one: SavedMinutes | undefined, other: SavedMinutes | undefined): SavedMinutes | undefined {
  if (!one || !other) return one ?? other;
  return other.revision > one.revision ? other : one;
}

/** Is there something to show beside what was typed: saved since by somebody else, or the reason of a refusal? */
function isApart(
  typed: MinutesDraft | null,
  theirs: SavedMinutes | undefined,
  answer: MinutesAnswer | undefined,
): boolean {
  if (!typed || !theirs || theirs.text === typed.text) return false;
  return theirs.revision > typed.revision || answer?.refusal === 'already_changed';
}

/** What was typed in a form without JavaScript comes back, and now means both texts. */
function typedBefore(given: MinutesAnswer | undefined): MinutesDraft | null {
  const { text, revision } = given?.lastResult?.initialValue ?? {};
  return typeof text === 'string'
    ? { text, revision: given?.theirs?.revision ?? (Number(revision) || 0) }
    : null;
}

/** Saved: what was typed meanwhile goes on from there. Refused: both texts were shown, and the next save means both. */
function afterAnswer(now: MinutesDraft, data: MinutesAnswer, sent: string | null): MinutesDraft | null {
  if (data.value) return now.text === sent ? null : { ...now, revision: data.value.revision };
  return data.theirs ? { ...now, revision: Math.max(now.revision, data.theirs.revision) } : now;
}
