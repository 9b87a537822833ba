import type { Reader } from '../actor.ts';

/** Officers and the secretariat keep the words; a term that somebody changed is unverified until it is looked at. */
export function mayWriteTerms(reader: Reader): boolean {
  return reader?.role === 'secretariat' || reader?.role === 'officer';
}

/** The secretariat says that the three words mean the same, and takes terms out. */
export function mayVerifyTerms(reader: Reader): boolean {
  return reader?.role === 'secretariat';
}
