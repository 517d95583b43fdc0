import * as z from 'zod/mini';
import { weekFiguresSchema } from '../review/statistics.ts';
import { request, room } from './request.ts';
import { behindOverSchema } from './review-lists.ts';

/** Stretches of time that the statistics can be of, in weeks. */
export const statisticsWeeks = [12, 26, 52, 104] as const;
const weeks = z.literal([...statisticsWeeks]);

/** For the owner: what the clinic did, week by week. */
export const statisticsRequests = {
  'review.statistics': request(
    room,
    z.object({ weeks }),
    z.object({ weeks: z.array(weekFiguresSchema), signDays: z.int(), behind: behindOverSchema }),
  ),
  /** Asks for a place and writes the table there; `name` null: the box was closed. */
  'export.statistics': request(room, z.object({ weeks }), z.object({ name: z.nullable(z.string()) })),
} as const;
