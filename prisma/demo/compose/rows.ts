import type { Prisma } from '#prisma/generated/client.ts';
import type { Photo } from '../pictures/scene.ts';
import type { DemoFile } from '../story.ts';

/** A photo that has to be drawn before its row is complete. */
export type PlannedPhoto = Omit<
  Prisma.PhotoCreateManyInput,
  'id' | 'width' | 'height' | 'bytes' | 'sha256'
> & {
  id: string;
  drawing: { photo: Photo; view: string };
};

/** A sheet that has to be written before its row is complete. */
export type PlannedFile = Omit<Prisma.PostFileCreateManyInput, 'format' | 'bytes' | 'sha256' | 'name'> & {
  id: string;
  sheet: DemoFile;
};

/** Everything that the demo world puts into the database, table by table. */
export type Rows = {
  seats: Prisma.SeatCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  tenures: Prisma.TenureCreateManyInput[];
  threads: Prisma.ThreadCreateManyInput[];
  audiences: Prisma.ThreadAudienceCreateManyInput[];
  incidents: Prisma.IncidentCreateManyInput[];
  observations: Prisma.ObservationCreateManyInput[];
  corrections: Prisma.CorrectionCreateManyInput[];
  actionItems: Prisma.ActionItemCreateManyInput[];
  commitments: Prisma.CommitmentCreateManyInput[];
  clearances: Prisma.ClearanceStepCreateManyInput[];
  links: Prisma.ActionItemIncidentCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  amounts: Prisma.AmountCreateManyInput[];
  clues: Prisma.OriginClueCreateManyInput[];
  photos: PlannedPhoto[];
  events: Prisma.EventCreateManyInput[];
  posts: Prisma.PostCreateManyInput[];
  files: PlannedFile[];
  acknowledgements: Prisma.AcknowledgementCreateManyInput[];
  reactions: Prisma.PostReactionCreateManyInput[];
  decisions: Prisma.DecisionCreateManyInput[];
  offers: Prisma.OfferCreateManyInput[];
  voices: Prisma.DecisionVoiceCreateManyInput[];
  readMarks: Prisma.ReadMarkCreateManyInput[];
  follows: Prisma.FollowCreateManyInput[];
  notifications: Prisma.NotificationCreateManyInput[];
  translations: Prisma.TranslationCreateManyInput[];
  counters: Prisma.CounterCreateManyInput[];
};

export function noRows(): Rows {
  return {
    seats: [],
    accounts: [],
    tenures: [],
    threads: [],
    audiences: [],
    incidents: [],
    observations: [],
    corrections: [],
    actionItems: [],
    commitments: [],
    clearances: [],
    links: [],
    evidence: [],
    amounts: [],
    clues: [],
    photos: [],
    events: [],
    posts: [],
    files: [],
    acknowledgements: [],
    reactions: [],
    decisions: [],
    offers: [],
    voices: [],
    readMarks: [],
    follows: [],
    notifications: [],
    translations: [],
    counters: [],
  };
}
