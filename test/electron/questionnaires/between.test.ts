import { expect, it } from 'vitest';
import { createBetween, type ChangedBeside } from '../../../electron/questionnaires/between.ts';
import type { Append } from '../../../electron/record/client.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { CourseCommand } from '../../../shared/people/course-commands.ts';
import type { CourseBody } from '../../../shared/people/course-events.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';

const DAY = 24 * 60 * MINUTE;
const author = { kind: 'staff', staffId: 'ines' } as const;

/** A course of two sessions, the first of them signed, in a record of one stream. */
function aCourse() {
  const clock = new FakeClock();
  const begun = clock.now().wallMs;
  const made: { seq: number; occurredAt: number; author: typeof author; body: CourseBody }[] = [
    { seq: 1, occurredAt: begun, author, body: { type: 'courseCreated', patientId: 'wren', plannedInfusions: 6 } },
  ];
  const sessions = [
    { sessionId: 'first', createdAt: begun, signedAt: begun },
    { sessionId: 'second', createdAt: begun + 7 * DAY, signedAt: null },
  ];
  const heard: ChangedBeside[] = [];
  const record = {
    allOf: async () => success(made),
    append: async ({ events }: Append) => {
      for (const { occurredAt, body } of events)
        made.push({ seq: made.length + 1, occurredAt, author, body: body as CourseBody });
      return success(null, made.length);
    },
    courseSessions: async () => success(sessions),
  } as unknown as ReturnType<Parameters<typeof createBetween>[0]>;
  const between = createBetween(
    () => record,
    clock,
    (change) => heard.push(change),
  );
  const keep = (command: CourseCommand, practice = false) =>
    between.keep({ courseId: 'course-1', practice, command }, author);
  return { clock, heard, keep };
}

it('a questionnaire changes the session that it leaves beside: at each answer and at its end, by nothing else', async () => {
  const { clock, heard, keep } = aCourse();
  const fill = async (sheetId: string): Promise<void> => {
    await keep({ type: 'beginQuestionnaire', sheetId, questionnaire: 'gad7', by: 'staff' });
    await keep({ type: 'answerQuestion', sheetId, question: 'nervous', answer: 2 });
    await keep({ type: 'answerQuestion', sheetId, question: 'nervous', answer: 2 });
    await keep({ type: 'endQuestionnaire', sheetId });
  };
  clock.advance(2 * DAY);
  await fill('after the first');
  await keep({ type: 'keepIntegrationNote', noteId: 'n', text: 'Walks again' });
  clock.advance(20 * DAY);
  await fill('weeks later');
  expect(heard).toEqual([
    { sessionId: 'first', signed: true, seq: 3, ended: false },
    { sessionId: 'first', signed: true, seq: 4, ended: true },
    { sessionId: 'second', signed: false, seq: 7, ended: false },
    { sessionId: 'second', signed: false, seq: 8, ended: true },
  ]);
});

it('of a practice nothing is heard', async () => {
  const { heard, keep } = aCourse();
  await keep({ type: 'beginQuestionnaire', sheetId: 's', questionnaire: 'gad7', by: 'staff' }, true);
  await keep({ type: 'endQuestionnaire', sheetId: 's' }, true);
  expect(heard).toEqual([]);
});
