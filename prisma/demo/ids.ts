import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';

/** Namespace of everything that the demo world makes. */
const demoNamespace = 'b3d5b0a8-7c1e-5f42-9a64-2f1d0c7e5a11';

/** The same name gives the same id in every demo world, so that tests and cards can count on it. */
export function demoId(name: string): string {
  return v5(name, demoNamespace);
}

/**
 * An id of a thing that was made at a moment: a v7 that sorts by it, like those that the verbs make. The same name and
 * moment give the same id.
 */
export function demoIdAt(name: string, at: Date): string {
  const random = createHash('sha256').update(name).digest().subarray(0, 16);
  return v7({ msecs: at.getTime(), random });
}
