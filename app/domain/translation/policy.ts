import type { Actor, Reader } from '../actor.ts';

/** Every seat that acts may translate what it may see. */
export function mayTranslate(reader: Reader): boolean {
  return reader !== null && reader.role !== 'observer';
}

/** Who did not say which words they saw renews only what the own government made; the secretariat renews everything. */
export function mayReplace(actor: Actor, translator: { governmentId: string } | null): boolean {
  return actor.role === 'secretariat' || translator?.governmentId === actor.governmentId;
}

/** The secretariat and the seats that it named as translators verify. */
export function mayVerify(reader: Reader): boolean {
  return reader !== null && (reader.role === 'secretariat' || reader.translator === true);
}

/** Anyone of a seat improves a translation; one that was verified is changed only by who could verify it. */
export function mayImprove(reader: Reader, translation: { verifiedAt?: Date | string | null }): boolean {
  return mayTranslate(reader) && (!translation.verifiedAt || mayVerify(reader));
}

/** What engines may get is decided for a government by its head, or by a secretariat seat of its own. */
export function mayDecideEngineRules(reader: Reader, governmentId: string): boolean {
  if (reader?.governmentId !== governmentId) return false;
  return reader.role === 'head' || reader.role === 'secretariat';
}

/** For one thread: every seat of its owner that acts. */
export function mayDecideThreadRules(reader: Reader, thread: { ownerGovernmentId: string }): boolean {
  return mayTranslate(reader) && reader?.governmentId === thread.ownerGovernmentId;
}
