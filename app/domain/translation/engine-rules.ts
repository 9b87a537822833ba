import { z } from 'zod';
import type { Country, Visibility } from '#prisma/generated/enums.ts';
import type { EnginePlace } from './engine/provider.ts';

/** What a government, or the owner of a thread, lets engines have. */
export type EngineRules = { noForeignCloud: boolean; sendsRestricted: boolean };

/** Where nobody decided. */
export const openRules: EngineRules = { noForeignCloud: false, sendsRestricted: false };

/** Everything that decides about one text. */
export type AskedRules = {
  visibility: Visibility;
  /** When only this government may read it. */
  onlyGovernmentId: string | null;
  /** Of whoever wrote it, and of the owner of its thread. */
  author: { country: Country; rules: EngineRules };
  owner: { country: Country; rules: EngineRules };
  thread: EngineRules;
};

/**
 * May this text go to an engine that stands there? What is for one or some governments goes nowhere unless its owner
 * allows it; where somebody wants no foreign cloud it goes to engines in their country or in our own house.
 */
export function maySend(asked: AskedRules, place: EnginePlace): boolean {
  const { visibility, onlyGovernmentId, author, owner, thread } = asked;
  const isRestricted = visibility === 'government' || visibility === 'bilateral';
  if (isRestricted && !thread.sendsRestricted && !owner.rules.sendsRestricted) return false;
  // Kept for the author's own government within a thread of others: that government decides.
  if (onlyGovernmentId !== null && !author.rules.sendsRestricted) return false;
  const isForeignTo = (country: Country) => place !== 'own' && place !== country;
  if (author.rules.noForeignCloud && isForeignTo(author.country)) return false;
  return !((owner.rules.noForeignCloud || thread.noForeignCloud) && isForeignTo(owner.country));
}

const switched = z.boolean().default(false);

export const engineRulesInput = z.object({ noForeignCloud: switched, sendsRestricted: switched });
