/** A stretch of words that stayed, came, or went. */
export type Stretch = { text: string; change: 'same' | 'added' | 'removed' };
