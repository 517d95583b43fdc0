import * as fc from 'fast-check';
import { toldSession, type ToldSession } from '../../shared/export/told-session.ts';
import type { Sheet } from '../../shared/questionnaires/sheets.ts';
import { questionnaireIds } from '../../shared/scales/questionnaire.ts';
import { questionnaires } from '../../shared/scales/questionnaires.ts';
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

/** A questionnaire as it may stand between two sessions: untouched, in part, whole, ended or not, by anybody. */
const sheets: fc.Arbitrary<Omit<Sheet, 'sheetId'>> = fc.constantFrom(...questionnaireIds).chain((questionnaire) => {
  const { questions } = questionnaires[questionnaire];
  const answers = fc.oneof(fc.subarray(questions.map(({ id }) => id)), fc.constant(questions.map(({ id }) => id)));
  return fc.record({
    ...{ questionnaire: fc.constant(questionnaire), by: fc.constantFrom('patient' as const, 'staff' as const) },
    askedAt: fc.integer({ min: 0, max: 9_000_000 }),
    author: fc.constantFrom({ kind: 'staff' as const, staffId: 'okafor' }, { kind: 'unsigned' as const }),
    answers: answers.map((ids) => Object.fromEntries(ids.map((id) => [id, 1]))),
    skipped: fc.constant([]),
    answeredAt: fc.constantFrom(null, 9_500_000),
    ended: fc.boolean(),
  });
});

/** Some of them, each with an id of its own. */
export const sheetsBetween: fc.Arbitrary<Sheet[]> = fc
  .array(sheets, { maxLength: 4 })
  .map((all) => all.map((sheet, index) => ({ ...sheet, sheetId: `between-${index}` })));

/** A session that anything may have happened in, as it may leave the app. */
export const toldSessions: fc.Arbitrary<ToldSession> = fc
  .tuple(beginnings, steps, nastyTexts, sheetsBetween)
  .map(([begin, happened, name, between]) => {
    const room = new TestRoom();
    begin(room);
    for (const { apply } of happened) apply(room);
    return toldOf(room, name, between);
  });

/** What a room's session tells when it leaves the app. */
export function toldOf(room: TestRoom, name = 'Wren Example', between: readonly Sheet[] = []): ToldSession {
  const patient = { patientId: 'patient-1', name, birthDate: '1980-02-29', allergies: '', createdAt: 0 };
  const told = toldSession(room.events, { patient, protocol: room.protocol, names: cast, between });
  if (told === null) throw new Error('There is no session');
  return told;
}
