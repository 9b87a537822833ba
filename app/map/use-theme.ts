import { useSyncExternalStore } from 'react';
import type { Theme } from './style.ts';

/** The theme that holds on the page: its own `data-theme`, or else the system's wish. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, read, () => 'light');
}

function read(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const own = new MutationObserver(changed);
  system.addEventListener('change', changed);
  own.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    own.disconnect();
  };
}
