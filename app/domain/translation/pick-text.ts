import type { Language, TranslationKind } from '#prisma/generated/enums.ts';

export type TextTranslation = {
  language: Language;
  kind: TranslationKind;
  revision: number;
  /** Empty while a machine has not made it. */
  text: string;
  /** When somebody who may verified it. */
  verifiedAt?: Date | string | null;
};

/**
 * What a shown text is; the keys of `thread:translation.<label>`. `stale` renders an earlier revision that was verified
 * by a person; everything else renders the present one.
 */
export type TextLabel = 'original' | 'verified' | 'human' | 'machine' | 'stale';

export type PickedText = {
  text: string;
  /** Of the picked text: its block carries it as `lang`. */
  language: Language;
  label: TextLabel;
};

/** The text for a reader: the source if it is in the reader's language, else its best translation, else the source. */
export function pickText({
  language,
  source,
  translations,
}: {
  language: Language;
  source: { text: string; language: Language; revision?: number };
  translations: readonly TextTranslation[];
}): PickedText {
  const original = { text: source.text, language: source.language, label: 'original' } as const;
  if (source.language === language) return original;
  const revision = source.revision ?? 1;
  const picked = bestTranslation(language, translations, revision);
  if (!picked) return original;
  return { text: picked.text, language, label: labelOf(picked, revision) };
}

type Rankable = Omit<TextTranslation, 'text'> & { text?: string };

/**
 * The translation that a reader gets: verified by a person, by a person, by a machine, each of this revision; then one
 * of an earlier revision that was verified. Nothing else of an earlier revision passes for a translation of this one.
 */
export function bestTranslation<T extends Rankable>(
  language: Language,
  translations: readonly T[],
  revision: number,
): T | undefined {
  const ranked = translations.flatMap((one) => {
    const rank = one.language === language && one.text !== '' ? ranks[labelOrNone(one, revision)] : null;
    return rank === null ? [] : [{ one, rank }];
  });
  const [best] = ranked.sort((a, b) => a.rank - b.rank || b.one.revision - a.one.revision);
  return best?.one;
}

const ranks = { verified: 0, human: 1, machine: 2, stale: 3, none: null } as const;

/** What a translation that a reader gets is to the present revision of its source. */
export function labelOf(
  translation: Pick<Rankable, 'kind' | 'revision' | 'verifiedAt'>,
  revision: number,
): Exclude<TextLabel, 'original'> {
  const label = labelOrNone(translation, revision);
  return label === 'none' ? 'stale' : label;
}

function labelOrNone({ kind, revision: of, verifiedAt }: Omit<Rankable, 'language'>, revision: number) {
  const verified = kind === 'human' && Boolean(verifiedAt);
  if (of === revision) return verified ? 'verified' : kind;
  return of < revision && verified ? 'stale' : 'none';
}
