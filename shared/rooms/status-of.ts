import type { Protocol } from '../protocol/schema.ts';
import { remaining } from '../session/life.ts';
import { readingCall } from '../session/reading-call.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import type { RoomStatus } from './room-status.ts';

const MINUTE_MS = 60_000;

/** What this room tells the others of its session. */
export function statusOf(room: string, session: Session, protocol: Protocol, now: ClockReading): RoomStatus {
  const { phase } = session;
  if (phase === 'draft' || phase === 'finished' || phase === 'notGiven') return idleStatus(room);
  const infusing = phase === 'infusing' || phase === 'overtime';
  return {
    ...{ v: 1, room: nameOf(room), phase },
    leftS: infusing ? Math.ceil(remaining(session, now) / 1000) : null,
    reading: readingOf(session, protocol, now),
    paused: session.pump === 'paused',
    emergency: session.emergency !== null,
    practice: session.created.practice,
  };
}

/** A room without a session. */
export function idleStatus(room: string): RoomStatus {
  return {
    ...{ v: 1, room: nameOf(room), phase: 'idle', leftS: null, reading: null },
    ...{ paused: false, emergency: false, practice: false },
  };
}

/** As the room's own screen counts: late begins after the window, its minutes count from the moment. */
function readingOf(session: Session, protocol: Protocol, now: ClockReading): RoomStatus['reading'] {
  const call = readingCall(session, protocol, now);
  if (call === null) return null;
  const minutes = Math.min(1_440, Math.floor(Math.abs(call.dueInMs) / MINUTE_MS));
  if (call.state === 'late') return { state: 'late', minutes };
  if (call.dueInMs <= 0) return { state: 'due', minutes };
  return { state: 'ahead', minutes: Math.min(1_440, Math.ceil(call.dueInMs / MINUTE_MS)) };
}

/** The room's name as others take it. */
export function nameOf(room: string): string {
  const plain = room.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.slice(0, 40).trim() || '?';
}
