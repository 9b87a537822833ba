import type { Reader } from '../../actor.ts';

/** Those who keep the records of a government bring its sheets in. */
export function mayImport(reader: Reader): boolean {
  return reader !== null && (reader.role === 'officer' || reader.role === 'secretariat');
}

/** The government that brought a sheet in takes it back, or the secretariat does. */
export function mayUndo(reader: Reader, { governmentId }: { governmentId: string }): boolean {
  if (!reader || !mayImport(reader)) return false;
  return reader.role === 'secretariat' || reader.governmentId === governmentId;
}
