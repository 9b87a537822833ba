import { expect, test } from 'vitest';
import { openDatabase } from './client.server.ts';

test('a loop of queries and transactions lets timers in while it runs', async () => {
  const database = await openDatabase({ memory: true });
  try {
    for (const ask of [
      () => database.prisma.$queryRaw`SELECT 1`,
      () => database.prisma.$transaction(async (tx) => tx.$queryRaw`SELECT 1`),
    ]) {
      let letIn = 0;
      const timer = setInterval(() => {
        letIn += 1;
      }, 1);
      for (let asked = 0; letIn < 3 && asked < 5_000; asked++) await ask();
      clearInterval(timer);
      expect(letIn).toBeGreaterThanOrEqual(3);
    }
  } finally {
    await database.close();
  }
});
