import { setImmediate as others } from 'node:timers/promises';
import { PGlite, type Transaction } from '@electric-sql/pglite';

/** Less than anybody notices. */
const turnMs = 10;

/**
 * The embedded PostgreSQL, which works on the thread of the server: an answer is there before anything else had its turn,
 * and a loop of queries (filling the search, reading the map) would keep every request and timer waiting until its end.
 * After a query or a transaction it lets the others in, at most once every 10 ms.
 */
export class FairPGlite extends PGlite {
  #letInAt = 0;

  override async query<T>(...asked: Parameters<PGlite['query']>) {
    const answer = await super.query<T>(...asked);
    await this.#letOthersIn();
    return answer;
  }

  override async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const done = await super.transaction(work);
    await this.#letOthersIn();
    return done;
  }

  async #letOthersIn(): Promise<void> {
    if (performance.now() - this.#letInAt < turnMs) return;
    await others();
    this.#letInAt = performance.now();
  }
}
