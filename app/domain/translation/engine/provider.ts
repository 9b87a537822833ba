import type { Language } from '#prisma/generated/enums.ts';

export const engineNames = ['libretranslate', 'deepl', 'papago', 'azure', 'google'] as const;
export type EngineName = (typeof engineNames)[number];

/** Where the computers of an engine stand: in our own house, in a country, or somewhere else. */
export const enginePlaces = ['own', 'KR', 'CN', 'elsewhere'] as const;
export type EnginePlace = (typeof enginePlaces)[number];

export type EngineRequest = {
  /** Written in the engine's own markup by `writeMasked`. */
  text: string;
  source: Language;
  target: Language;
  /** Use the glossary that the engine keeps for this pair. */
  withGlossary: boolean;
};

/**
 * Why there is no translation, so that whoever asked knows what to do next.
 * `busy` (429): again after that time. `quota`: not before the next month. `unavailable` (5xx, no connection), `timeout`,
 * `unreadable` (cut or no JSON): again, a little later each time. `refused` (other 4xx): not again.
 */
export type EngineFault =
  | { kind: 'busy'; retryAfterMs: number | null }
  | { kind: 'quota' | 'unavailable' | 'timeout' | 'unreadable' | 'refused' };

export type EngineAnswer =
  { ok: true; text: string; version: string | null } | { ok: false; fault: EngineFault };

/** One engine behind its own protocol. It translates what it is given and decides nothing. */
export type TranslationProvider = {
  name: EngineName;
  place: EnginePlace;
  capabilities: {
    /** How a part that must not be changed is marked; `none`: by an id in square brackets. */
    markup: 'none' | 'xml' | 'html';
    /** It keeps a glossary of its own for this pair. */
    glossary: (source: Language, target: Language) => boolean;
    /** It takes a word together with its translation, in the text itself. */
    dictionary: boolean;
    /** Of one request, in characters. */
    longest: number;
  };
  translate: (request: EngineRequest) => Promise<EngineAnswer>;
};
