import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.ts';
import { freePort } from './free-port.ts';

// Workers read this file again: they find port and folder in the environment.
process.env.E2E_PORT ??= String(await freePort());
const port = process.env.E2E_PORT;
process.env.E2E_DATA_DIR ??= path.join(os.tmpdir(), `tideline-e2e-${port}`);

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const webgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'e2e/results',
  globalTeardown: './playwright.teardown.ts',
  // Two browsers that draw maps in software take the two cores of a small machine from the server and from each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // tests/run.ts counts from the file.
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [])],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    // What is not there a minute later will not come: a long story must not wait for it to its end.
    actionTimeout: 60_000,
    // `route` does not see what a service worker asks; tests about being off line allow it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...quiet, ...webgl],
      chromiumSandbox: false,
    },
  },
  projects: [{ name: 'chromium' }],
  // The built product with its demo world, in a folder that is thrown away.
  webServer: {
    command: 'node app/start.mjs --demo',
    cwd: path.resolve(import.meta.dirname, '..'),
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, DATA_DIR: process.env.E2E_DATA_DIR },
  },
});
