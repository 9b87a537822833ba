export type PolicyOptions = {
  nonce: string;
  /** The origin of the page: older browsers do not count WebSockets to it as 'self'. */
  origin: string;
  mapbox: boolean;
  /** Vite's hot reload talks over a WebSocket on a port of its own. */
  development: boolean;
};

/** The Content-Security-Policy of every page: our own files only, scripts by nonce, Mapbox's hosts when it is on. */
export function contentSecurityPolicy({ nonce, origin, mapbox, development }: PolicyOptions): string {
  const mapboxHosts = mapbox ? ['https://*.mapbox.com'] : [];
  const socket = origin.replace(/^http/, 'ws');
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...mapboxHosts],
    'font-src': ["'self'"],
    'connect-src': ["'self'", socket, ...mapboxHosts, ...(development ? ['ws:', 'wss:'] : [])],
    'worker-src': ["'self'", 'blob:'],
    // Safari before 15.5 asks child-src about workers.
    'child-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
