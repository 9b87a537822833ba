import type { Params } from '@remix-run/react';
import { z } from 'zod';
import { notFound } from './answer.server.ts';

/** The id of a thread in the address; what is none is not found. */
export function threadIdOf({ threadId }: Params): string {
  return z.uuid().safeParse(threadId).data ?? notFound();
}
