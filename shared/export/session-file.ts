import * as z from 'zod/mini';
import { calendarDay } from '../people/people.ts';
import { orderSchema } from '../session/preparation-bodies.ts';
import { leavingWays, stopReasons } from '../session/event-bodies.ts';
import { authorSchema, envelopeShape } from '../session/event.ts';
import { askedParts } from '../vitals/asked-parts.ts';
import { readingPartsSchema } from '../vitals/reading.ts';

/** An instant with the distance to UTC: `2026-11-22T14:03:05.120-07:00`. */
const moment = z.string().check(z.regex(/^-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/));
const staffName = z.object({ staffId: z.string(), name: z.string() });

const readingSchema = z.object({
  readingId: z.string(),
  /** From 1: one for each thing that was ever written of the reading. */
  version: z.int().check(z.gte(1)),
  state: z.enum(['stands', 'amended', 'withdrawn']),
  /** Why it was amended or withdrawn. */
  reason: z.nullable(z.string()),
  takenAt: moment,
  sessionMs: z.nullable(z.number()),
  baseline: z.boolean(),
  /** Null: not obtained, for the reason that stands in `notObtained`. */
  parts: z.nullable(readingPartsSchema),
  notObtained: z.nullable(z.string()),
  /** What of it was not obtained; null: all that was asked for. */
  notObtainedParts: z.optional(z.nullable(z.array(z.enum(askedParts)))),
  /** Taken without being due or proposed; and why, as far as somebody said. */
  outside: z.optional(z.boolean()),
  outsideReason: z.optional(z.nullable(z.string())),
  author: authorSchema,
});

const oneSessionSchema = z.object({
  sessionId: z.string(),
  /** Nobody's: made up to practise on. */
  practice: z.boolean(),
  patient: z.nullable(z.object({ patientId: z.string(), name: z.string(), birthDate: calendarDay })),
  courseId: z.nullable(z.string()),
  infusion: z.nullable(z.int()),
  plannedInfusions: z.nullable(z.int()),
  room: z.string(),
  timeZone: z.string(),
  protocol: z.object({ hash: z.string(), title: z.string(), version: z.int(), author: z.string() }),
  phase: z.enum(['draft', 'preChecks', 'infusing', 'overtime', 'recovery', 'finished', 'notGiven']),
  createdAt: moment,
  startedAt: z.nullable(moment),
  /** The pump's stop. */
  stopped: z.nullable(z.object({ at: moment, early: z.boolean(), reason: z.enum(stopReasons) })),
  finished: z.nullable(z.object({ at: moment, how: z.enum(leavingWays) })),
  plannedMs: z.number(),
  order: z.nullable(orderSchema),
  dose: z.nullable(z.object({ mgGiven: z.number(), mgDiscarded: z.number() })),
  /** Those who stand in the entries. */
  staff: z.array(staffName),
  readings: z.array(readingSchema),
  /**
   * Every entry, in its order. Times ending in `At` are milliseconds since 1970 UTC. What a body holds beside its `type` is
   * that kind's own; kinds are added as the app grows.
   */
  events: z.array(z.object({ ...envelopeShape, body: z.looseObject({ type: z.string() }) })),
  /** An intention stands in the record that the patient did not agree to see here. */
  intentionLeftOut: z.boolean(),
});

/** Version of the form written today. */
export const SESSION_FILE_VERSION = 1;
export const SESSION_FILE_FORMAT = 'stillroom sessions';

/** A file of sessions, as the app writes it out for others to read. Published as a JSON Schema in `docs/`. */
export const sessionFileSchema = z.object({
  format: z.literal(SESSION_FILE_FORMAT),
  version: z.literal(SESSION_FILE_VERSION),
  madeAt: moment,
  sessions: z.array(oneSessionSchema),
});
export type SessionFile = z.infer<typeof sessionFileSchema>;
export type SessionInFile = SessionFile['sessions'][number];

/** The published form of `sessionFileSchema`. */
export function sessionFileJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(sessionFileSchema, { io: 'input', reused: 'ref' });
  return { $schema, $id: 'urn:stillroom:sessions:1', title: 'Sessions written out by Stillroom', ...schema };
}
