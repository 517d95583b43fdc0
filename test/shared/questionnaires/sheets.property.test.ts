import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayKeep } from '../../../shared/people/course-commands.ts';
import { roles } from '../../../shared/people/people.ts';
import { betweenOf, type CourseBody } from '../../../shared/people/course-events.ts';
import { isSettled, noSheets, openSafetyAnswers, scoreOfSheet } from '../../../shared/questionnaires/sheets.ts';
import { startBlockers } from '../../../shared/session/blockers.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { sheetCommands } from '../../helpers/questionnaire-arbitrary.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';

const handOver: SessionCommand = { type: 'openIntake', language: 'fr', ownFiles: null };
const given: SessionCommand = { type: 'beginQuestionnaire', sheetId: 's1', questionnaire: 'phq9', by: 'patient' };
const nine = (answer: number | null, sheetId = 's1'): SessionCommand => ({
  ...{ type: 'answerQuestion', sheetId, question: 'betterOffDead', answer },
});
const spoken = (decision: 'goOn' | 'wait' | 'notToday' | 'prescriberCalled'): SessionCommand => ({
  ...{ type: 'speakOfSafety', who: 'R. Alvarez', decision, words: 'No plan, sister at home.' },
});
const blocked = (room: TestRoom): boolean =>
  startBlockers(room.session, room.protocol, room.session.life.ms).some(({ code }) => code === 'safetyOpen');

test('item 9 above zero, in an unfinished form, blocks the start until somebody spoke and decided to go on', () => {
  const room = new TestRoom().prepared();
  expect(blocked(room)).toBe(false);
  room.do(handOver).do(given).do(nine(0));
  expect(blocked(room)).toBe(false);
  room.do(nine(2));
  expect(room.session.safety).toMatchObject([{ safetyId: 's1:1', answer: 2, talks: [] }]);
  // Taken back on the patient's screen it was said all the same.
  room.do(nine(0)).do({ type: 'closeIntake' });
  expect(room.refusal({ type: 'start', agoMs: 0 })).toBe('start.blocked');
  // No prescriber puts it aside.
  expect(
    room.refusal({
      type: 'override',
      reason: 'in a hurry',
      by: { kind: 'prescriber', staffId: 'lindqvist', pin: '1234' },
    }),
  ).toBe('override.nothing');
  room.do(spoken('wait'));
  expect(blocked(room)).toBe(true);
  room.do(spoken('goOn'));
  expect(room.session.safety[0]?.talks).toMatchObject([{ decision: 'wait' }, { decision: 'goOn', by: room.author }]);
  room.do({ type: 'start', agoMs: 0 });
});

test('while one is open it keeps the highest of what was answered', () => {
  const room = new TestRoom().do(handOver).do(given).do(nine(3)).do(spoken('wait')).do(nine(1));
  expect(room.session.safety).toMatchObject([{ safetyId: 's1:1', answer: 3, talks: [{ decision: 'wait' }] }]);
  expect(room.session.sheets[0]?.answers).toEqual({ betterOffDead: 1 });
});

test('notes of integration are written by clinicians, therapists and owners', () => {
  expect(roles.filter((role) => mayKeep('keepIntegrationNote', role))).toEqual(['clinician', 'therapist', 'owner']);
  expect(roles.every((role) => mayKeep('answerQuestion', role))).toBe(true);
});

test('after it was settled, another answer above zero is another one; "not today" ends the visit', () => {
  const room = new TestRoom().do(handOver).do(given).do(nine(1)).do(spoken('goOn')).do(nine(1));
  expect(blocked(room)).toBe(false);
  room.do(nine(3));
  expect(room.session.safety.map(({ safetyId }) => safetyId)).toEqual(['s1:1', 's1:2']);
  room.do(spoken('notToday'));
  expect(room.session).toMatchObject({ phase: 'notGiven', notGiven: { postponed: true } });
  expect(openSafetyAnswers([room.session])).toEqual([]);
});

test('the patient’s own sheet takes answers only while the screen is theirs, and none once it is closed', () => {
  const room = new TestRoom().do(handOver).do(given).do(nine(0)).do({ type: 'closeIntake' });
  expect(room.refusal(nine(1))).toBe('session.notNow');
  room.do(handOver).do({ type: 'endQuestionnaire', sheetId: 's1' });
  expect(room.refusal(nine(1))).toBe('session.notNow');
  room.do({ type: 'beginQuestionnaire', sheetId: 's2', questionnaire: 'gad7', by: 'staff' });
  expect(room.refusal(nine(1, 's2'))).toBe('questionnaire.answer');
});

test('whatever is asked: what stands is what was answered last, a part has no total, and only talk settles', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...sheetCommands), { maxLength: 40 }), (commands) => {
      const room = new TestRoom().do(handOver);
      for (const make of commands) {
        const before = room.session;
        const command = make(room);
        room.ask(command);
        const settledBefore = before.safety.filter(isSettled).length;
        const settledNow = room.session.safety.filter(isSettled).length;
        if (command.type !== 'speakOfSafety') expect(settledNow).toBe(settledBefore);
        const open = openSafetyAnswers([room.session]).length > 0;
        expect(blocked(room)).toBe(open);
        for (const sheet of room.session.sheets) {
          const { answers, skipped, questionnaire } = sheet;
          expect(skipped.some((question) => question in answers)).toBe(false);
          const said = questionnaire === 'phq9' && (answers['betterOffDead'] ?? 0) > 0;
          if (said) expect(room.session.safety.some(({ sheetId }) => sheetId === sheet.sheetId)).toBe(true);
          if (skipped.length > 0) expect(scoreOfSheet(sheet)).toMatchObject({ kind: 'partial' });
        }
      }
      expect(replay(room.events)).toEqual(room.session);
    }),
    { numRuns: 40 },
  );
});

test('a course folds the same bodies; whoever settled an answer anywhere settled it', () => {
  const at = (body: CourseBody, occurredAt: number) => ({ body, occurredAt, author: alvarez });
  const asked = { type: 'questionnaireAsked', sheetId: 'w6', questionnaire: 'phq9', by: 'staff' } as const;
  const said = { type: 'questionnaireAnswered', sheetId: 'w6', question: 'betterOffDead', answer: 1 } as const;
  const noted = { type: 'integrationNoteKept', noteId: 'n1', text: 'Walks every morning.' } as const;
  const between = betweenOf([at(asked, 1_000), at(said, 2_000), at(noted, 3_000)]);
  expect(between.notes).toEqual([{ noteId: 'n1', text: 'Walks every morning.', at: 3_000, by: alvarez }]);
  expect(openSafetyAnswers([between, noSheets])).toMatchObject([{ safetyId: 'w6:1', at: 2_000 }]);

  // Written down at the course page, about an answer of a session.
  const talk = { who: 'M. Okafor', decision: 'goOn', words: 'spoke by telephone' } as const;
  const elsewhere = betweenOf([at({ type: 'safetySpoken', safetyIds: ['w6:1'], ...talk }, 5_000)]);
  expect(openSafetyAnswers([elsewhere, between])).toEqual([]);
  expect(openSafetyAnswers([between])[0]).toMatchObject({ answer: 1, at: 2_000 });

  const room = new TestRoom().prepared();
  room.record([
    {
      ...{ occurredAt: room.clock.now().wallMs, sessionMs: null, author: { kind: 'app' } },
      body: { type: 'safetyCarried', safetyId: 'w6:1', sheetId: 'w6', answer: 1, saidAt: 2_000 },
    },
  ]);
  expect(blocked(room)).toBe(true);
  room.do(spoken('goOn'));
  expect(openSafetyAnswers([between, room.session])).toEqual([]);
});
