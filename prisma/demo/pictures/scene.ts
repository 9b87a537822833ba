import { type Random, randomOf } from './random.ts';
import { drawSea } from './sea.ts';
import { drawSeabed } from './seabed.ts';
import { drawShore } from './shore.ts';

/** What lies in a drawn picture. */
export type Subject =
  | 'floats'
  | 'mixed'
  | 'net'
  | 'pots'
  | 'drum'
  | 'algae'
  | 'sargassum'
  | 'hull'
  | 'wreck'
  | 'raft'
  | 'driftwood'
  | 'dump'
  | 'medical'
  | 'seabed'
  | 'hazard'
  | 'container';

/** How a subject is seen: from afar, from near, or the place afterwards. */
export type Look = 'wide' | 'near' | 'cleared';

/** A drawn picture: the view, a near view of what lies there, or the same view afterwards. */
export type Photo = Subject | `${Subject} near` | `${Subject} cleared`;

const afloat = ['raft', 'hazard', 'container', 'wreck'] as const satisfies readonly Subject[];

/**
 * Draws a picture as SVG, 1200 x 800. The same view gives the same sky, coast and stones, so that a picture before and
 * one after were taken from the same spot.
 */
export function drawPhoto(photo: Photo, view: string): string {
  const [subject, look] = readPhoto(photo);
  const spot: Spot = {
    day: randomOf(`${view}/day`),
    around: randomOf(look === 'near' ? `${view}/near` : view),
    things: randomOf(`${view}/${photo}`),
    look,
  };
  if (subject === 'seabed') return drawSeabed(spot);
  return isAfloat(subject) ? drawSea(subject, spot) : drawShore(subject, spot);
}

/** Where and how a picture is taken: light and ground of the day, what stands around, what lies there. */
export type Spot = { day: Random; around: Random; things: Random; look: Look };

export type Afloat = (typeof afloat)[number];
export type Ashore = Exclude<Subject, Afloat | 'seabed'>;

function isAfloat(subject: Exclude<Subject, 'seabed'>): subject is Afloat {
  return afloat.some((one) => one === subject);
}

const subjects = {
  floats: true,
  mixed: true,
  net: true,
  pots: true,
  drum: true,
  algae: true,
  sargassum: true,
  hull: true,
  wreck: true,
  raft: true,
  driftwood: true,
  dump: true,
  medical: true,
  seabed: true,
  hazard: true,
  container: true,
} as const satisfies Record<Subject, true>;

function readPhoto(photo: Photo): [Subject, Look] {
  const [subject = '', look] = photo.split(' ');
  if (!isSubject(subject)) throw new Error(`There is no picture of ${photo}.`);
  return [subject, look === 'near' || look === 'cleared' ? look : 'wide'];
}

function isSubject(word: string): word is Subject {
  return Object.hasOwn(subjects, word);
}
