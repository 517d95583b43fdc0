import * as fc from 'fast-check';
import { severities } from '../../shared/session/care-bodies.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { TestRoom } from './session-builder.ts';

type Made = fc.Arbitrary<(room: TestRoom) => SessionCommand>;

/** One of what a room holds so far, or a name that nobody knows. */
function one<T>(all: readonly T[], pick: number, name: (entry: T) => string): string {
  const found = all[pick % Math.max(1, all.length)];
  return found === undefined ? 'none' : name(found);
}

const mark = (room: TestRoom, pick: number): string => one(room.session.marks, pick, ({ markId }) => markId);

/** Any command about events, medicines, calls and the way out of the bed, made for the room as it is when its turn comes. */
export const careCommands: readonly Made[] = [
  fc.nat().map((pick) => (room) => ({ type: 'takeBackMark', markId: mark(room, pick) })),
  fc.tuple(fc.nat(), fc.constantFrom(...severities, null)).map(([pick, severity]) => (room) => ({
    type: 'gradeMark',
    markId: mark(room, pick),
    severity,
  })),
  fc.tuple(fc.nat(), fc.boolean()).map(([pick, settled]) => (room) => ({
    type: 'settleMark',
    markId: mark(room, pick),
    settled,
  })),
];
