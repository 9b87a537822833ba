import { z } from 'zod';
import { Language, TopicCategory, Visibility } from '#prisma/generated/enums.ts';
import { mostAttachments } from './attachment.ts';

export const longestPost = 20_000;
export const longestTitle = 200;

/** Ids of photos and files that wait for the post. */
export const attachedInput = {
  photoIds: z.array(z.uuid()).max(mostAttachments, 'too_many').optional(),
  fileIds: z.array(z.uuid()).max(mostAttachments, 'too_many').optional(),
};

/** What somebody writes in a thread. Messages are keys of the namespace `form`. */
export const postInput = z.object({
  /** Made by who sends: the same key never makes a second post. */
  clientKey: z.uuid(),
  language: z.enum(Language, 'required'),
  /** Markdown. */
  body: z.string('required').trim().min(1, 'required').max(longestPost, 'too_long'),
  /** Kept for the author's own government. */
  onlyOwnGovernment: z.boolean().default(false),
  /** Number of the post that it answers. */
  replyTo: z.coerce.number().int().min(1).optional(),
  ...attachedInput,
});

export type PostInput = z.output<typeof postInput>;

/** A new topic with the post that opens it. */
export const topicInput = z.object({
  clientKey: z.uuid(),
  title: z.string('required').trim().min(1, 'required').max(longestTitle, 'too_long'),
  language: z.enum(Language, 'required'),
  body: z.string('required').trim().min(1, 'required').max(longestPost, 'too_long'),
  visibility: z.enum(Visibility, 'required').exclude(['public']),
  category: z.enum(TopicCategory).optional(),
  /** The named governments of a bilateral topic. */
  audience: z.array(z.string()).default([]),
  ...attachedInput,
});

export type TopicInput = z.output<typeof topicInput>;
