import * as z from 'zod/mini';
import { listedTrackSchema } from '../music/library.ts';
import { request, room } from './request.ts';

/** What a window may ask about the music there is. */
export const musicRequests = {
  /** All tracks, built in first, page by page: `from` is the number of those already received. */
  'music.tracks': request(
    room,
    z.object({ from: z.int().check(z.gte(0)) }),
    z.object({ tracks: z.array(listedTrackSchema), total: z.int() }),
  ),
} as const;
