import type { Presence } from './contract.ts';

/** How long somebody counts as writing after the last sign of it. */
export const typingMs = 4_000;

/**
 * Who is writing now: from a sign of it until a while after the last one, or until the post is there. Known nowhere but
 * in the page that hears of it.
 * @param tell called with all of them, in the order of their last signs, whenever they change
 */
export function makeTypists(tell: (typing: readonly Presence[]) => void) {
  const typists = new Map<string, { who: Presence; timer: ReturnType<typeof setTimeout> }>();
  const say = () => tell([...typists.values()].map(({ who }) => who));
  const forget = (accountId: string) => {
    clearTimeout(typists.get(accountId)?.timer);
    return typists.delete(accountId);
  };
  const wrote = (accountId: string): void => {
    if (forget(accountId)) say();
  };
  return {
    heard(who: Presence): void {
      forget(who.accountId);
      typists.set(who.accountId, { who, timer: setTimeout(() => wrote(who.accountId), typingMs) });
      say();
    },
    wrote,
    stop(): void {
      for (const { timer } of typists.values()) clearTimeout(timer);
      typists.clear();
    },
  };
}
