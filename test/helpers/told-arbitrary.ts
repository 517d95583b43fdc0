import * as fc from 'fast-check';
import { toldSession, type ToldSession } from '../../shared/export/told-session.ts';
import { beginnings, steps } from './session-arbitrary.ts';
import { TestRoom } from './session-builder.ts';

/** Texts as people write them, and as somebody writes them who means harm. */
export const nastyTexts = fc.oneof(
  fc.constantFrom(
    '=1+1',
    ' @SUM(A1)',
    "'quoted",
    '+47 555',
    '-3',
    'a "b", c',
    'two\r\nlines',
    '\ttab',
    '＝cmd',
    'Zoë Ünal',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** The cast of `session-builder.ts`, by id. */
export const cast: ReadonlyMap<string, string> = new Map([
  ['alvarez', 'R. Alvarez, RN'],
  ['okafor', 'M. Okafor, RN'],
  ['lindqvist', 'Dr. Lindqvist'],
]);

/** A session that anything may have happened in, as it may leave the app. */
export const toldSessions: fc.Arbitrary<ToldSession> = fc
  .tuple(beginnings, steps, nastyTexts)
  .map(([begin, happened, name]) => {
    const room = new TestRoom();
    begin(room);
    for (const { apply } of happened) apply(room);
    return toldOf(room, name);
  });

/** What a room's session tells when it leaves the app. */
export function toldOf(room: TestRoom, name = 'Wren Example'): ToldSession {
  const patient = { patientId: 'patient-1', name, birthDate: '1980-02-29', allergies: '', createdAt: 0 };
  const told = toldSession(room.events, { patient, protocol: room.protocol, names: cast });
  if (told === null) throw new Error('There is no session');
  return told;
}
