import type { Tx } from '#app/db/client.server.ts';
import { referencesIn } from './markdown.server.ts';

/** Keeps which incidents and action items a new post names, in the transaction that writes its words. */
export async function putReferences(tx: Tx, postId: string, body: string): Promise<void> {
  await tx.postReference.createMany({ data: referencesIn(body).map((number) => ({ postId, number })) });
}

/** The same for a post that is written anew. */
export async function keepReferences(tx: Tx, postId: string, body: string): Promise<void> {
  await tx.postReference.deleteMany({ where: { postId } });
  await putReferences(tx, postId, body);
}
