import { expect, it } from 'vitest';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { roomWords } from '../../../renderer/rooms/room-words.ts';
import { roomLine } from '../../../shared/rooms/room-line.ts';
import { roomStatusSchema, type RoomStatus } from '../../../shared/rooms/room-status.ts';
import { idleStatus } from '../../../shared/rooms/status-of.ts';

const running: RoomStatus = {
  ...idleStatus('Room 1'),
  ...{ phase: 'infusing', leftS: 760, paused: true, reading: { state: 'late', minutes: 2 } },
};
const words = (status: RoomStatus, lost: boolean, sinceMs = 0): string =>
  roomWords(startCatalogue().t, roomLine({ tag: 'a'.repeat(16), status, ageMs: 4_000, lost }, sinceMs)).join(', ');

it('a room that is heard says what it said; one that is lost since when, and nothing of before but an emergency', () => {
  expect(words(running, false)).toBe('12:40 left, reading 2 min late, pump paused');
  expect(words(running, true)).toBe('no contact for 4 s');
  expect(words(running, false, 90_000)).toBe('no contact for 1 min');
  expect(words({ ...running, emergency: true }, true)).toBe('emergency when last heard, no contact for 4 s');
  expect(words({ ...running, emergency: true, practice: true }, true)).toBe('no contact for 4 s, practice');
  for (const phase of roomStatusSchema.shape.phase.options)
    expect(words({ ...running, phase }, true)).toBe('no contact for 4 s');
});
