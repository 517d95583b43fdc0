import type { Protocol } from '../../shared/protocol/schema.ts';
import { storedProtocolSchema } from '../../shared/protocol/stored.ts';
import { sessionEventSchema, sessionStream, type SessionEvent } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RecordClient } from '../record/client.ts';
import { isErased } from '../record/erased-body.ts';

/** Protocols that are kept in memory at most: a version has a content for each length it was run at. */
const PROTOCOLS = 20;

/** The events of a session, and in which of the records they lie. */
export async function findEvents(
  records: readonly RecordClient[],
  sessionId: string,
): Promise<Answer<{ readonly record: RecordClient; readonly events: readonly SessionEvent[] }>> {
  for (const record of records) {
    const all = await record.allOf(sessionStream(sessionId));
    if (!all.ok) return all;
    // The rows of an erased patient's session stand; what they said is gone.
    if (all.data.some(({ body }) => isErased(body))) break;
    if (all.data.length > 0)
      return success({ record, events: all.data.map((event) => sessionEventSchema.parse(event)) });
  }
  return failure('refused', 'session.unknown');
}

/** Reads protocols by the hash of their content, each once: a content never changes. */
export function protocolReader(): (record: RecordClient, hash: string) => Promise<Answer<Protocol>> {
  const known = new Map<string, Protocol>();
  return async (record, hash) => {
    const kept = known.get(hash);
    if (kept !== undefined) return success(kept);
    const content = await record.getContent(hash);
    if (!content.ok) return content;
    const protocol = storedProtocolSchema.safeParse(content.data.value);
    if (!protocol.success) return failure('broken', 'record.contentDamaged');
    if (known.size >= PROTOCOLS) known.delete(known.keys().next().value ?? '');
    known.set(hash, protocol.data);
    return success(protocol.data);
  };
}

/** The later sign of life: the heartbeat, or the last event where that came after it. */
export function latestSign(heartbeat: ClockReading | null, lastEvent: ClockReading): ClockReading {
  if (heartbeat === null) return lastEvent;
  if (heartbeat.bootId === lastEvent.bootId)
    return heartbeat.monotonicMs >= lastEvent.monotonicMs ? heartbeat : lastEvent;
  return heartbeat;
}
