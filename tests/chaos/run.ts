// `npm run chaos -- [--seconds N] [--seed S] [--embedded] [--json]`: the thread protocol in a storm. The last line is one
// JSON object; ends with 0 only when nothing was lost, doubled or out of order and a reader without numbers lost posts.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureBuilt } from '../ensure-built.ts';
import { startPostgres } from '../postgres.ts';
import { runStorm } from './storm.ts';

const usage = 'Usage: npm run chaos -- [--seconds 5..600] [--seed N] [--embedded] [--json]';
const shape = z.object({
  seconds: z.coerce.number().int().min(5).max(600).default(30),
  seed: z.coerce.number().int().nonnegative().optional(),
  embedded: z.boolean().default(false),
  json: z.boolean().default(false),
});

const { seconds, seed = Math.floor(Math.random() * 2 ** 31), embedded, json } = readArguments();
if (!json) console.info(`seed ${seed}, ${seconds} s`);
ensureBuilt();
const postgres = embedded ? undefined : await startPostgres();
if (typeof postgres === 'string' && !json) console.info(postgres);
const server = typeof postgres === 'object' ? postgres : undefined;
const started = Date.now();
const { terminated, ...figures } = await stormOn(server?.url);
if (!json) {
  const place = server
    ? `PostgreSQL ${server.version}, which ended all connections ${terminated} times`
    : 'the embedded PostgreSQL';
  console.info(`On ${place}; ${Math.round((Date.now() - started) / 1000)} s in all.`);
}
console.info(JSON.stringify(figures));
const { lost, duplicated, disordered, control_lost: controlLost } = figures;
process.exit(lost + duplicated + disordered === 0 && controlLost > 0 ? 0 : 1);

async function stormOn(databaseUrl: string | undefined) {
  try {
    return await runStorm({ seconds, seed, databaseUrl });
  } finally {
    await server?.stop();
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        embedded: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    return shape.parse(values);
  } catch {
    console.error(usage);
    process.exit(2);
  }
}
