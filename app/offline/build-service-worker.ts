import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';

/** Code that only Mapbox needs: it works with a network alone. */
const ofMapbox = /^(mapbox-gl|hd\.|standard\.|worker-)/;

/**
 * Builds the service worker when everything else is built, because it names the files of its build: scripts and styles,
 * which a page needs to work at all. Fonts and tiles are kept when they are first used.
 */
export function serviceWorker(root: string): Plugin {
  let isServer = false;
  return {
    name: 'tideline:service-worker',
    apply: 'build',
    config: (_, { isSsrBuild }) => {
      isServer = isSsrBuild === true;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        if (!isServer) return;
        const client = path.join(root, 'build/client');
        const files = fs.readdirSync(path.join(client, 'assets')).sort();
        const version = files.map((file) => /^manifest-(\w+)\.js$/.exec(file)?.[1]).find(Boolean);
        if (!version) throw new Error('The build has no manifest.');
        const shell = files.filter((file) => /\.(js|mjs|css)$/.test(file) && !ofMapbox.test(file));
        await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: 'warn',
          define: {
            BUILD: JSON.stringify(version),
            SHELL: JSON.stringify(shell.map((file) => `/assets/${file}`)),
          },
          build: {
            outDir: client,
            emptyOutDir: false,
            target: ['chrome100', 'safari15.4', 'firefox102'],
            rollupOptions: {
              input: path.join(root, 'app/offline/service-worker.ts'),
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
      },
    },
  };
}
