import * as z from 'zod/mini';
import { pcShownSchema } from '../pc/pc-check.ts';
import { lastTimeSchema, nextNoteBeforeSchema } from '../session/last-time.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** What the session screens ask of main beside commands. */
export const bedsideRequests = {
  /**
   * What the infusion of the same course before this one was like, and what was said for this one by whoever signed the last
   * visit; null where none is known.
   */
  'session.lastTime': request(
    room,
    z.object({ sessionId: id }),
    z.object({ last: z.nullable(lastTimeSchema), note: z.nullable(nextNoteBeforeSchema) }),
  ),
  /** What the app sees of its own computer just now: a pre-check that holds nothing up. */
  'pc.look': request(room, nothing, z.object({ results: z.array(pcShownSchema) })),
  /** Hands what the window shows on paper to the system's own print dialog; answered once that was left. */
  'window.print': request(room, nothing, nothing),
};
