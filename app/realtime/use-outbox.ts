import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { openOutbox } from './outbox.client.ts';
import type { Draft, OutboxView } from './outbox.ts';

const empty: OutboxView = { posts: [], sent: [] };

/**
 * What this account has written on this device and the server does not have yet. Sends it from any page that uses this
 * hook: on loading, when the network is back, and when something is added.
 */
export function useOutbox(accountId: string | null) {
  useEffect(() => void openOutbox().useAccount(accountId), [accountId]);
  const view = useSyncExternalStore(subscribe, read, () => empty);
  const acts = useMemo(
    () => ({
      add: (draft: Draft) => openOutbox().add(draft),
      retry: (id: string) => openOutbox().retry(id),
      discard: (id: string) => openOutbox().discard(id),
    }),
    [],
  );
  return { ...view, ...acts };
}

// The browser's file is empty on the server: it is named inside functions only.
function subscribe(listener: () => void): () => void {
  return openOutbox().subscribe(listener);
}

function read(): OutboxView {
  return openOutbox().view();
}
