import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const databaseTests = '{app,prisma,tests}/**/*.db.test.{ts,tsx}';

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [databaseTests, '**/node_modules/**'],
          environment: 'node',
          env: { TZ: 'Asia/Seoul' },
          // Some compute for a second, and a busy machine takes ten times as long: how long is for the benchmarks.
          testTimeout: 30_000,
        },
      },
      {
        // The verbs on a real database: embedded, or on TEST_DATABASE_URL.
        root,
        test: {
          name: 'database',
          include: [databaseTests],
          exclude: ['**/node_modules/**'],
          environment: 'node',
          // Photos and files of a test are nobody's data.
          env: { TZ: 'Asia/Seoul', DATA_DIR: path.join(os.tmpdir(), 'tideline-database-tests') },
          globalSetup: ['tests/database.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The built product as processes of its own, which are killed.
        root,
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          environment: 'node',
          env: { TZ: 'Asia/Seoul' },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
