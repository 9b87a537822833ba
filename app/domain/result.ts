import type { Refusal } from './refusal.ts';

/** What a verb answers: a value, or the reason why not. A bug is a throw, never a Result. */
export type Result<T> = { ok: true; value: T } | { ok: false; reason: Refusal };

/** A verb did what it was asked. */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** A verb refused; `reason` is a key of the namespace `refusal`. */
export function refuse(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
