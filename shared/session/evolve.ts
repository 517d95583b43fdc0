import type { SessionBody } from './event-bodies.ts';
import type { SessionEvent } from './event.ts';
import type { Session } from './state.ts';
import { decisiveTypes, deviceTypes, planningTypes } from './event-kinds.ts';
import { intakeFolds } from './evolve-intake.ts';
import { entryFolds } from './evolve-entries.ts';
import { lifeFolds } from './evolve-life.ts';
import { roomFolds } from './evolve-room.ts';
import { sheetFolds } from './evolve-sheets.ts';
import type { Fold, Folds, Moment } from './fold.ts';
import { initialSession } from './initial.ts';
import { lifeMs } from './life.ts';

const folds: Folds<SessionBody['type']> = { ...lifeFolds, ...entryFolds, ...roomFolds, ...intakeFolds, ...sheetFolds };

/**
 * Life time when the event was recorded. Only a restart and a told gap know more than the clocks of the two events; a
 * restart that the disk refused at first is written later than it was.
 */
function lifeAfter(session: Session, event: SessionEvent): number {
  const { body, recordedAt } = event;
  if (body.type === 'restarted') {
    const lateMs = Math.max(0, recordedAt.wallMs - event.occurredAt);
    return lifeMs(session, body.heartbeat) + body.gapMs + lateMs;
  }
  if (body.type === 'gapTold') return lifeMs(session, recordedAt) + body.gapMs;
  return lifeMs(session, recordedAt);
}

/**
 * Folds one event into a session. Pure; events are facts, so nothing is refused here except what cannot be: an event
 * before `created`, or out of order (throws).
 */
export function evolve(session: Session | null, event: SessionEvent): Session {
  if (session === null) return initialSession(event);
  if (event.seq !== session.seq + 1) throw new Error(`Event ${event.seq} does not follow ${session.seq}`);
  const nowLifeMs = lifeAfter(session, event);
  const anchored: Session = {
    ...session,
    seq: event.seq,
    life: { ms: nowLifeMs, at: event.recordedAt },
    decisiveSeq: decisiveTypes.has(event.body.type) ? event.seq : session.decisiveSeq,
    music: planningTypes.has(event.body.type) ? { ...session.music, plannedLifeMs: nowLifeMs } : session.music,
    unsigned:
      event.author.kind === 'unsigned' && !deviceTypes.has(event.body.type)
        ? [...session.unsigned, event.seq]
        : session.unsigned,
  };
  const moment: Moment = {
    seq: event.seq,
    author: event.author,
    at: event.occurredAt,
    lifeMs: Math.min(nowLifeMs, nowLifeMs - (event.recordedAt.wallMs - event.occurredAt)),
    nowLifeMs,
  };
  // The table is keyed by the body's own type, which the compiler cannot follow through an index.
  const fold = folds[event.body.type] as Fold<SessionBody>;
  return fold(anchored, event.body, moment);
}

/** The session of a whole list of events; null for none. */
export function replay(events: readonly SessionEvent[]): Session | null {
  return events.reduce<Session | null>(evolve, null);
}
