import { z } from 'zod';
import { Language, ThreadSubject, TopicCategory } from '#prisma/generated/enums.ts';

/** The tabs of the forum. Keys of `thread:tab.<key>`. */
export const threadTabs = ['mine', 'unread', 'coast', 'all'] as const;

/** Whether there is still something to do. Keys of `thread:state.<key>`. */
export const threadStates = ['open', 'closed'] as const;

/** What the forum is narrowed to, as it stands in the address; what is not understood is left out. */
export const threadFilterSchema = z.object({
  tab: z.enum(threadTabs).catch('all'),
  subject: z.enum(ThreadSubject).optional().catch(undefined),
  category: z.enum(TopicCategory).optional().catch(undefined),
  state: z.enum(threadStates).optional().catch(undefined),
  /** In which something was written. */
  language: z.enum(Language).optional().catch(undefined),
  /** That owns it, wrote in it, or answers for it. */
  government: z.string().min(1).max(80).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

export type ThreadFilter = z.output<typeof threadFilterSchema>;
