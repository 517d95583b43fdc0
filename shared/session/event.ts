import * as z from 'zod/mini';
import { clockReadingSchema } from '../time/clock.ts';
import { sessionBodySchema, type SessionBody } from './event-bodies.ts';

/** Who made an entry: a staff member by id; somebody at the locked screen ("not yet signed for"); or the app itself. */
export const authorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), staffId: z.string() }),
  z.object({ kind: z.literal('unsigned') }),
  z.object({ kind: z.literal('app') }),
]);
export type Author = z.infer<typeof authorSchema>;

/** What every fact in the record carries around its body, whatever its stream. Order by `seq`; charts use `occurredAt`. */
export const envelopeShape = {
  stream: z.string(),
  /** Place in its stream, from 1, without gaps. */
  seq: z.int().check(z.gte(1)),
  recordedAt: clockReadingSchema,
  /** Epoch ms of the moment the event is about. */
  occurredAt: z.number(),
  /** Session time at `occurredAt`, ms; null before the start and outside sessions. */
  sessionMs: z.nullable(z.number()),
  author: authorSchema,
  /** Random id of the PC that wrote it. */
  pc: z.string(),
  commandId: z.nullable(z.string()),
  /** Version of the body's form. */
  version: z.int().check(z.gte(1)),
};

export const sessionEventSchema = z.object({ ...envelopeShape, body: sessionBodySchema });

/** One fact of any stream. */
export interface RecordedEvent<Body> {
  readonly stream: string;
  readonly seq: number;
  readonly recordedAt: z.infer<typeof clockReadingSchema>;
  readonly occurredAt: number;
  readonly sessionMs: number | null;
  readonly author: Author;
  readonly pc: string;
  readonly commandId: string | null;
  readonly version: number;
  readonly body: Body;
}
export type SessionEvent = RecordedEvent<SessionBody>;

/** What `decide` hands to the record: stream, seq, pc and command id are added on appending. */
export interface NewEvent<Body> {
  readonly occurredAt: number;
  readonly sessionMs: number | null;
  readonly author: Author;
  readonly body: Body;
}
export type NewSessionEvent = NewEvent<SessionBody>;

/** Version of the bodies written today. */
export const SESSION_BODY_VERSION = 1;

/** The stream of a session's events. */
export function sessionStream(sessionId: string): string {
  return `session:${sessionId}`;
}
