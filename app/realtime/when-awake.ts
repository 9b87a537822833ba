/** Calls back whenever this page may have missed something: online again, shown again, restored from the back-forward cache. */
export function whenAwake(callback: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') callback();
  };
  window.addEventListener('online', callback);
  window.addEventListener('pageshow', callback);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('online', callback);
    window.removeEventListener('pageshow', callback);
    document.removeEventListener('visibilitychange', shown);
  };
}
