import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin, type ViteDevServer } from 'vite';
import { serviceWorker } from './offline/build-service-worker.ts';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

const root = path.resolve(import.meta.dirname, '..');

/**
 * Express, Socket.IO and Remix in one module graph, in development as in production: otherwise there are two hubs and
 * two database clients. In development Vite's own HTTP server carries the application; the server build starts at
 * app/server.ts.
 */
function oneModuleGraph(): Plugin[] {
  return [
    {
      name: 'tideline:dev-server',
      apply: 'serve',
      configureServer(vite) {
        // Remix makes a second Vite server that never listens.
        if (vite.config.server.middlewareMode || !vite.httpServer) return;
        return () => void startInDevelopment(vite);
      },
    },
    {
      name: 'tideline:server-entry',
      apply: 'build',
      enforce: 'post',
      // Remix pins rollupOptions.input in its own hook.
      config: (_, { isSsrBuild }) =>
        isSsrBuild
          ? {
              build: {
                target: 'node20',
                rollupOptions: {
                  input: {
                    index: 'app/server.ts',
                    'map-worker': 'app/domain/incident/map-worker.server.ts',
                    'paper-worker': 'app/domain/briefing/paper-worker.server.ts',
                    'sheet-worker': 'app/domain/incident/import/sheet-worker.server.ts',
                  },
                  output: { entryFileNames: '[name].js' },
                },
              },
            }
          : {},
    },
  ];
}

async function startInDevelopment(vite: ViteDevServer): Promise<void> {
  type Server = typeof import('./server.ts');
  let server: Promise<Server> | undefined;
  const load = () => {
    server ??= vite.ssrLoadModule('/app/server.ts') as Promise<Server>;
    return server;
  };
  vite.httpServer?.once('listening', () => {
    void load().then(
      async ({ openForDevelopment }) => {
        if (vite.httpServer) await openForDevelopment(vite.httpServer);
      },
      (error: unknown) => vite.config.logger.error(String(error)),
    );
  });
  vite.middlewares.use((request, response, next) => {
    load().then(
      async ({ developmentApp }) =>
        (await developmentApp(() => vite.ssrLoadModule('virtual:remix/server-build')))(request, response),
      next,
    );
  });
}

export default defineConfig(({ isSsrBuild }) => ({
  root,
  server: { port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? '127.0.0.1', strictPort: true },
  plugins: [
    tailwindcss(),
    // Before Remix, whose own middleware would answer without Express: no headers, no protection.
    oneModuleGraph(),
    remix({
      appDirectory: 'app',
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // Off line there is nobody to ask for routes: all of them are in the manifest, a file of the build.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
    serviceWorker(root),
  ],
  worker: { format: 'es' },
  // Native code that the browser never gets.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    ...(isSsrBuild ? {} : { target: ['chrome100', 'safari15.4', 'firefox102'] }),
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
  },
}));
