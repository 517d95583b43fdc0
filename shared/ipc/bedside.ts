import * as z from 'zod/mini';
import { lastTimeSchema } from '../session/last-time.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** What the session screens ask of main beside commands. */
export const bedsideRequests = {
  /** What the infusion of the same course before this one was like; null where none is known. */
  'session.lastTime': request(room, z.object({ sessionId: id }), z.object({ last: z.nullable(lastTimeSchema) })),
  /** Hands what the window shows on paper to the system's own print dialog; answered once that was left. */
  'window.print': request(room, nothing, nothing),
};
