/** Photos of one incident, or of one piece of evidence. */
export const mostPhotos = 8;
/** Bytes of one file as phones make them. */
export const largestPhotoBytes = 20 * 1024 * 1024;
/** Longest edge in pixels. */
export const photoSizes = { large: 2048, small: 480 } as const;

export type PhotoSize = keyof typeof photoSizes;

/** Is this one of the sizes that photos are kept in? */
export function isPhotoSize(size: string | undefined): size is PhotoSize {
  return size !== undefined && size in photoSizes;
}

/** What a photo says about itself: offered to who took it, kept nowhere. */
export type PhotoSuggestion = {
  /** WGS 84, degrees. */
  place: { lat: number; lon: number } | null;
  takenAt: Date | null;
};

/** A photo that nothing has taken yet, as a filter. */
export const waitingPhoto = {
  incidentId: null,
  evidenceId: null,
  observationId: null,
  postId: null,
} as const;
