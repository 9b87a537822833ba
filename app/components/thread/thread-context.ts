import { createContext, useContext } from 'react';
import type { PostEntry } from '#app/domain/thread/entry.ts';
import type { Reference } from '#app/domain/thread/reference.ts';

/** What a post of an open thread needs to know of the thread around it. */
type ThreadContextValue = {
  readonly threadId: string;
  readonly mayPost: boolean;
  /** Governments that take part: who has not said that they read a post is one of them. */
  readonly takingPart: readonly string[];
  /** The post with this number, as far as it is loaded. */
  readonly postAt: (seq: number) => PostEntry | undefined;
  /** What the posts name and the reader may see, by number. */
  readonly references: ReadonlyMap<string, Reference>;
  readonly onReply: (entry: PostEntry) => void;
};

export const ThreadContext = createContext<ThreadContextValue>({
  threadId: '',
  mayPost: false,
  takingPart: [],
  postAt: () => undefined,
  references: new Map(),
  onReply: () => {},
});

/** The thread that a post stands in. */
export function useThreadContext(): ThreadContextValue {
  return useContext(ThreadContext);
}
