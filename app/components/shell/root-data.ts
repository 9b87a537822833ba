import type { Actor } from '#app/domain/actor.ts';
import type { Language } from '#app/i18n/languages.ts';
import type { Country, Level } from '#prisma/generated/enums.ts';

/** The government in whose seat the reader acts. */
export type OwnGovernment = {
  id: string;
  country: Country;
  level: Level;
  seal: string;
  nameKo: string;
  nameZh: string;
  nameEn: string;
};

/** What every page knows. */
export type RootData = {
  reader:
    | (Actor & {
        government: OwnGovernment;
        seatTitle: { titleKo: string; titleZh: string; titleEn: string };
      })
    | null;
  language: Language;
  /** Null: as the device says. */
  theme: 'light' | 'dark' | null;
  /** Whether texts are read in their own language first. */
  originalFirst: boolean;
  mapbox: { accessToken: string } | null;
  counts: { unread: number; waiting: number };
  /** For the Socket.IO handshake; null for guests. */
  socketToken: string | null;
  demo: boolean;
  /** The server's clock when it began to answer: relative times start from it, and news that the page does not have. */
  now: Date;
  requestId: string;
  /** Of the server that answered; null in development. */
  build: string | null;
};
