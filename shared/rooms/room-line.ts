import { LOST_AFTER_MS, type ShownRoom } from './rooms-board.ts';

/** How loudly a room is shown, in the same three levels as everything else; `calm` asks for nothing. */
export type RoomLevel = 'calm' | 'reminder' | 'amber' | 'red';

/** One room as the strip shows it. */
export interface RoomLine {
  readonly tag: string;
  readonly room: string;
  readonly level: RoomLevel;
  /** How long nothing was heard, ms; null while its words come. Nothing else is said of a lost room. */
  readonly lostMs: number | null;
  readonly emergency: boolean;
  readonly paused: boolean;
  readonly practice: boolean;
  readonly phase: ShownRoom['status']['phase'];
  /** Left of the infusion by now, ms; stands while the pump does. */
  readonly leftMs: number | null;
  readonly reading: ShownRoom['status']['reading'];
  /** What it said last was an emergency, and no practice: lost or not, somebody has to look. */
  readonly lastEmergency: boolean;
}

/**
 * What is shown of a room.
 * @param sinceMs ms since the window was told `room`, by the window's own monotonic clock
 */
export function roomLine({ tag, status, ageMs, lost }: ShownRoom, sinceMs: number): RoomLine {
  const age = ageMs + Math.max(0, sinceMs);
  const isLost = lost || age >= LOST_AFTER_MS;
  const runs = status.phase === 'infusing' && !status.paused;
  const leftMs = status.leftS === null ? null : Math.max(0, status.leftS * 1000 - (runs ? age : 0));
  const plain = { tag, room: status.room, phase: status.phase, practice: status.practice };
  // A practice asks for nobody, neither heard nor lost.
  const lastEmergency = status.emergency && !status.practice;
  if (isLost) {
    const nothing = { emergency: false, paused: false, leftMs: null, reading: null };
    return { ...plain, ...nothing, level: lastEmergency ? 'red' : 'amber', lostMs: age, lastEmergency };
  }
  return {
    ...plain,
    ...{ level: levelOf(status), lostMs: null, lastEmergency },
    ...{ emergency: status.emergency, paused: status.paused, leftMs, reading: status.reading },
  };
}

/** A practice asks for nobody from another room. */
function levelOf({ emergency, practice, reading, phase, paused }: ShownRoom['status']): RoomLevel {
  if (practice) return 'calm';
  if (emergency) return 'red';
  if (reading?.state === 'late') return 'reminder';
  return phase === 'overtime' || paused ? 'reminder' : 'calm';
}
