import * as z from 'zod/mini';
import type { Author, RecordedEvent } from '../session/event.ts';

/** Version of the bodies written today. */
export const PROTOCOL_BODY_VERSION = 1;
/** The one stream of the clinic's own protocol: one event a version. What it says lies beside, under the hash of its content. */
export const PROTOCOL_STREAM = 'protocol:clinic';

/** Why a version was made, in the words of who made it. */
export const versionNote = z.string().check(z.trim(), z.maxLength(200));

/** Bodies of the stream. `takenFrom`: the older version whose cues were taken again; null for a change. */
export const protocolBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('versionMade'),
    version: z.int().check(z.gte(1)),
    protocolHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    takenFrom: z.nullable(z.int().check(z.gte(1))),
    note: versionNote,
  }),
]);
export type ProtocolBody = z.infer<typeof protocolBodySchema>;

/** One version of the clinic's protocol. */
export interface ProtocolVersion {
  readonly version: number;
  /** Hash of its content, hex; null for the built-in one before the clinic made its own. */
  readonly hash: string | null;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly author: Author;
  readonly takenFrom: number | null;
  readonly note: string;
}

/** The versions that a stream tells of, oldest first. The newest is in force for new sessions. */
export function versionsOf(
  events: readonly Pick<RecordedEvent<ProtocolBody>, 'occurredAt' | 'author' | 'body'>[],
): ProtocolVersion[] {
  return events.map(({ occurredAt, author, body }) => ({
    version: body.version,
    hash: body.protocolHash,
    madeAt: occurredAt,
    author,
    takenFrom: body.takenFrom,
    note: body.note,
  }));
}
