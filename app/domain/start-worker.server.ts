import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Files that the build makes for threads of their own, by their names; app/vite.config.ts names them, too. */
const sources = {
  'map-worker': 'incident/map-worker.server.ts',
  'paper-worker': 'briefing/paper-worker.server.ts',
  'sheet-worker': 'incident/import/sheet-worker.server.ts',
} as const;

/** A thread that runs one of our files: the built one, or in development and in tests its source, read as TypeScript. */
export function startWorker(name: keyof typeof sources, options: WorkerOptions = {}): Worker {
  if (!import.meta.filename.endsWith('.ts'))
    return new Worker(path.join(process.cwd(), 'build', 'server', `${name}.js`), options);
  const source = pathToFileURL(path.join(import.meta.dirname, sources[name])).href;
  const asTypeScript = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(asTypeScript, { ...options, eval: true, execArgv: [] });
}
