import * as z from 'zod/mini';
import { serverFoundSchema } from '../sending/capability.ts';
import { queueEntrySchema } from '../sending/queue.ts';
import { fhirServerSchema, sendingSetupSchema, tokenSchema } from '../sending/server.ts';
import { exportSearchSchema } from './exports.ts';
import { id, nothing } from './fields.ts';
import { request, room } from './request.ts';

/** Sessions asked for at once. */
export const MOST_AT_ONCE = 500;

/** How it stands with the clinic's FHIR server, in figures; nothing of a patient. */
export const sendingViewSchema = z.object({
  on: z.boolean(),
  whenSigned: z.boolean(),
  waiting: z.int(),
  refused: z.int(),
  accepted: z.int(),
  /** Taken once, and the record has moved on since. */
  outdated: z.int(),
  /** Whether one is on its way. */
  underway: z.boolean(),
  /** Tries reached nobody: when the next one is, epoch ms. `code`: `sending.why.<code>`. */
  pause: z.nullable(z.object({ until: z.number(), code: z.string() })),
  /** Nothing goes until a person has looked. */
  halt: z.nullable(z.object({ code: z.string() })),
});
export type SendingView = z.infer<typeof sendingViewSchema>;

/** One session of the list, with two identifiers where it is still here. */
export const sendingRowSchema = z.extend(queueEntrySchema, {
  patient: z.nullable(z.object({ name: z.string(), birthDate: z.string() })),
  /** Epoch ms. */
  sessionAt: z.nullable(z.number()),
  infusionNumber: z.nullable(z.int()),
  /** Who asked for it; null: the standing setting, or a name that is not known here. */
  asker: z.nullable(z.string()),
  outdated: z.boolean(),
  underway: z.boolean(),
});
export type SendingRow = z.infer<typeof sendingRowSchema>;

const token = z.nullable(tokenSchema);

/** Requests about the clinic's FHIR server. A token comes in and never goes out; a null keeps the one that is there. */
export const sendingRequests = {
  /** Figures alone while nobody is signed in. */
  'sending.read': request(room, nothing, z.object({ setup: sendingSetupSchema, view: sendingViewSchema })),
  /** Asks the server what it is, and whether it takes the token. Nothing of a session leaves. Owner only. */
  'sending.try': request(room, z.object({ server: fhirServerSchema, token }), serverFoundSchema),
  /** Owner only. */
  'sending.save': request(room, z.object({ setup: sendingSetupSchema, token }), nothing),
  /** What waits first, then what went wrong, then what was taken, newest first. */
  'sending.list': request(
    room,
    z.object({ from: z.int().check(z.gte(0)) }),
    z.object({ rows: z.array(sendingRowSchema), total: z.int() }),
  ),
  /** Sends this session, once nothing else is in the way. Only one that is over. */
  'sending.ask': request(room, z.object({ sessionId: id }), nothing),
  /** The same of all that a search finds, at most `MOST_AT_ONCE`; `left`: those of them that are not over yet. */
  'sending.askAll': request(
    room,
    z.object({ search: exportSearchSchema }),
    z.object({ asked: z.int(), left: z.int() }),
  ),
  'sending.withhold': request(room, z.object({ sessionId: id }), nothing),
  /** Tries again at once. */
  'sending.again': request(room, nothing, nothing),
} as const;
