import type { Tx } from '#app/db/client.server.ts';
import { referencesIn } from './markdown.server.ts';

/** Keeps which incidents and action items a post names, in the transaction that writes its words. */
export async function keepReferences(tx: Tx, postId: string, body: string): Promise<void> {
  await tx.postReference.deleteMany({ where: { postId } });
  await tx.postReference.createMany({ data: referencesIn(body).map((number) => ({ postId, number })) });
}
