import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FrontParts } from '../../../electron/front.ts';
import { intakeHandlers } from '../../../electron/ipc/intake-handlers.ts';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import { createCourse } from '../../../electron/record/people.ts';
import type { CourseCommand } from '../../../shared/people/course-commands.ts';
import { openChoice, type Choice } from '../../../shared/intake/choice.ts';
import type { SessionMusic, Track } from '../../../shared/music/set.ts';
import { AppWithoutWindows, OWNER } from '../../helpers/app-without-windows.ts';
import { FakeKeychain } from '../../helpers/keychains.ts';
import { dataOf, tempFolder } from '../../helpers/temp-record.ts';

const track = (id: string, intensity: number, lyrics: boolean): Track => ({
  ...{ id, file: `${id}.ogg`, title: id, phase: 'peak', intensity, lyrics, percussion: false, durationMs: 60_000 },
  ...{ loudnessLufs: -20, truePeakDb: -3, licence: 'made up' },
});
const music = (title: string, intensity: number, lyrics = false): SessionMusic => ({
  set: { id: title, title, description: '', tracks: [track(title, intensity, lyrics)] },
  recovery: track('bed', 1, false),
});
const sets = [music('Shore', 1), music('Songs', 2, true), music('Storm', 5), music('Brought along', 3)];

let close: () => Promise<void>;
let clinic: Awaited<ReturnType<typeof openClinic>>;
const shown: string[] = [];
let covers = false;
beforeAll(async () => {
  // The app looks at nothing by itself: after its first seconds it would make the day’s copy, wherever a test stands then.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { folder, remove } = tempFolder();
  clinic = await openClinic(folder);
  close = async () => {
    await clinic.desk.close();
    remove();
    vi.useRealTimers();
  };
});
afterAll(() => close());

/** An app with one patient in a course. */
async function openClinic(folder: string) {
  const keychain = new FakeKeychain();
  const more: Partial<FrontParts> = {
    playable: () => sets,
    forOne: () => new Set(['Brought along']),
    patientScreen: { show: () => shown.push('shown'), hide: () => shown.push('hidden'), covers: () => covers },
  };
  const app = new AppWithoutWindows(folder, keychain, null, more);
  await app.makeRecord();
  const { desk } = app;
  const by = { kind: 'app' } as const;
  const patientId = await app.addPatient('Änne Großmann');
  const course = { patientId, plannedInfusions: 6 };
  const { courseId } = dataOf(await createCourse(desk.records.clinic, course, by, desk.clock.now()));
  const ask = intakeHandlers(() => ({ ok: true, seq: null, data: desk }));
  const session = sessionHandlers(() => ({ ok: true, seq: null, data: desk }));
  const create = async () => {
    const args = { practice: false, patientId, courseId, plannedMs: 3_000_000, musicHash: null };
    return dataOf(await session['sessions.create'](args, 'room')).sessionId;
  };
  const hashOf = new Map((await desk.sets()).map(({ musicHash, set }) => [set.title, musicHash]));
  const ahead = async (sessionId: string) => dataOf(await desk.room.runner(sessionId)).ahead;
  const { staffId } = await app.signed();
  const again = async () => {
    const later = new AppWithoutWindows(folder, keychain, null, more);
    await later.front.start();
    return later.desk;
  };
  return {
    again,
    desk,
    ask,
    session,
    create,
    courseId,
    staffId,
    hash: (title: string) => hashOf.get(title) ?? '',
    ahead,
  };
}

test('a patient chooses, leaves, and is offered it again in the next session of the course; nothing names them', async () => {
  const { ask, session, create, courseId, hash, ahead, staffId } = clinic;
  const sessionId = await create();
  expect(await ask['intake.read']({}, 'patient')).toMatchObject({ ok: false, code: 'intake.notOpen' });
  dataOf(await ask['intake.open']({ sessionId, language: 'fr', ownFiles: hash('Brought along') }, 'room'));
  expect(shown.at(-1)).toBe('shown');
  const view = dataOf(await ask['intake.read']({}, 'patient'));
  expect(view).toMatchObject({ screen: 'asking', language: 'fr', staff: [{ name: OWNER.name }] });
  expect(view.asks).toMatchObject({ choice: openChoice('fr'), inCourse: true, ownFiles: { title: 'Brought along' } });
  expect(JSON.stringify(view)).not.toMatch(/Großmann|1980-01-01|patient-|made up/);
  const page = dataOf(await ask['intake.sets']({ from: 1 }, 'patient'));
  expect(page.sets.map(({ title }) => title)).toEqual(['Songs', 'Storm']);
  expect(page.total).toBe(3);

  const forMe: Choice = { ...openChoice('fr'), scope: 'course', noVoices: true, music: { kind: 'chooseForMe' } };
  dataOf(await ask['intake.keep']({ choice: { ...forMe, mood: 'calmer' } }, 'patient'));
  expect((await ahead(sessionId)).musicTitle).toBe('Shore');
  const intention = { text: 'to rest', readers: 'nurse' as const, inExport: false };
  const own: Choice = { ...forMe, music: { kind: 'ownFiles' }, intention };
  dataOf(await ask['intake.keep']({ choice: own }, 'patient'));
  expect((await ahead(sessionId)).musicTitle).toBe('Brought along');
  const gone: Choice = { ...own, music: { kind: 'set', musicHash: 'gone' } };
  expect(await ask['intake.keep']({ choice: gone }, 'patient')).toMatchObject({ ok: false, code: 'intake.setUnknown' });
  dataOf(await ask['intake.help']({}, 'patient'));
  dataOf(await ask['intake.rest']({}, 'patient'));
  const resting = dataOf(await ask['intake.read']({}, 'patient'));
  expect(resting).toMatchObject({ screen: 'resting', asks: null, helpAsked: true });
  expect(await ask['intake.sets']({ from: 0 }, 'patient')).toMatchObject({ ok: false });

  expect(await ask['intake.leave']({ staffId, pin: '0000' }, 'patient')).toMatchObject({ code: 'access.wrongPin' });
  dataOf(await ask['intake.leave']({ staffId, pin: OWNER.pin }, 'patient'));
  expect(shown.at(-1)).toBe('hidden');
  expect(await ask['intake.read']({}, 'patient')).toMatchObject({ ok: false });
  const told = dataOf(await session['session.since']({ sessionId, seq: 0 }, 'room'));
  expect(JSON.stringify(told.events)).not.toContain('to rest');
  expect(dataOf(await ask['intake.intention']({ sessionId }, 'room'))).toEqual({ intention, hidden: false });

  const next = await create();
  dataOf(await ask['intake.open']({ sessionId: next, language: 'en', ownFiles: null }, 'room'));
  const again = dataOf(await ask['intake.read']({}, 'patient'));
  expect(again.asks?.choice).toEqual({ ...own, language: 'en', intention: null });
  expect(again.asks?.earlier).toHaveLength(1);
  // What one patient brought along is offered to nobody else, not even by its hash.
  expect(dataOf(await ask['intake.sets']({ from: 0 }, 'patient')).total).toBe(3);
  const others: Choice = { ...forMe, music: { kind: 'set', musicHash: hash('Brought along') } };
  expect(await ask['intake.keep']({ choice: others }, 'patient')).toMatchObject({ code: 'intake.setUnknown' });

  // The next session of the course is offered with what was chosen for all of them.
  expect(dataOf(await ask['intake.courseMusic']({ courseId }, 'room'))).toEqual({ musicHash: null });
  const storm: Choice = { ...forMe, music: { kind: 'set', musicHash: hash('Storm') } };
  dataOf(await ask['intake.keep']({ choice: storm }, 'patient'));
  dataOf(await ask['intake.leave']({ staffId, pin: OWNER.pin }, 'patient'));
  expect(dataOf(await ask['intake.courseMusic']({ courseId }, 'room'))).toEqual({ musicHash: hash('Storm') });
});

test('on the one display of the PC the room is locked, a start or another patient takes the screen, the app’s window may not speak for a patient', async () => {
  const { desk, ask, session, create, ahead, staffId } = clinic;
  covers = true;
  const [one, two] = [await create(), await create()];
  dataOf(await ask['intake.open']({ sessionId: one, language: 'en', ownFiles: null }, 'room'));
  expect(desk.signedIn()).toBeNull();
  expect(await ask['intake.close']({ sessionId: one }, 'room')).toMatchObject({ code: 'access.signInNeeded' });
  dataOf(await desk.signIn(staffId, OWNER.pin));
  dataOf(await ask['intake.open']({ sessionId: two, language: 'de', ownFiles: null }, 'room'));
  expect((await ahead(one)).intake.screen).toBe('none');
  expect(dataOf(await ask['intake.read']({}, 'patient')).language).toBe('de');

  dataOf(await desk.signIn(staffId, OWNER.pin));
  const command = { type: 'keepIntake', by: 'patient', choice: openChoice('en'), music: null } as const;
  const envelope = { sessionId: two, commandId: 'c', seenSeq: 2, command };
  expect(await session['session.command'](envelope, 'room')).toMatchObject({ code: 'ipc.notThisWindow' });
  const stop = { type: 'doNotGive', reason: 'cold', postponed: true } as const;
  const seenSeq = (await ahead(two)).seq;
  dataOf(await session['session.command']({ ...envelope, seenSeq, commandId: 'd', command: stop }, 'room'));
  expect(shown.at(-1)).toBe('hidden');
  expect(await ask['intake.keep']({ choice: openChoice('en') }, 'patient')).toMatchObject({ code: 'intake.notOpen' });
  expect(await ask['intake.open']({ sessionId: two, language: 'en', ownFiles: null }, 'room')).toMatchObject({
    code: 'intake.begun',
  });
});

test('item 9 reaches the session at once and goes along into the next one until somebody has spoken with the patient', async () => {
  const { ask, session, create, courseId, ahead, desk } = clinic;
  covers = false;
  dataOf(await desk.signIn(clinic.staffId, OWNER.pin));
  const sessionId = await create();
  dataOf(await ask['intake.open']({ sessionId, language: 'de', ownFiles: null, questionnaires: ['phq9'] }, 'room'));
  const asks = async () => dataOf(await ask['intake.read']({}, 'patient')).asks;
  const [sheet] = (await asks())?.sheets ?? [];
  const sheetId = sheet?.sheetId ?? '';
  expect(sheet).toEqual({ sheetId, questionnaire: 'phq9', answers: {}, skipped: [] });
  const answer = (question: string, points: number) =>
    ask['intake.answer']({ sheetId, question, answer: points }, 'patient');
  expect(await answer('nobodyAsked', 1)).toMatchObject({ ok: false, code: 'questionnaire.answer' });
  dataOf(await answer('down', 2));
  const before = await ask['intake.read']({}, 'patient');
  dataOf(await answer('betterOffDead', 1));
  expect((await ahead(sessionId)).safety).toMatchObject([{ answer: 1, talks: [] }]);
  // The patient's window learns nothing of it but the answer itself.
  const answers = { down: 2, betterOffDead: 1 };
  expect(await asks()).toEqual({ ...dataOf(before).asks, sheets: [{ ...sheet, answers }] });
  dataOf(await ask['intake.endSheet']({ sheetId }, 'patient'));
  expect((await asks())?.sheets).toEqual([]);
  dataOf(await ask['intake.close']({ sessionId }, 'room'));

  const next = await create();
  const opened = dataOf(await session['session.open']({ sessionId: next }, 'room'));
  expect(opened.seq).toBe(2);
  expect((await ahead(next)).safety).toMatchObject([{ sheetId, answer: 1, talks: [] }]);
  dataOf(await session['session.open']({ sessionId: next }, 'room'));
  expect((await ahead(next)).seq).toBe(2);
  const spoken = { type: 'speakOfSafety', who: 'A. Nurse', decision: 'goOn', words: 'no plan' } as const;
  dataOf(
    await session['session.command']({ sessionId: next, commandId: 'spoken', seenSeq: 2, command: spoken }, 'room'),
  );
  const third = await create();
  expect(dataOf(await session['session.open']({ sessionId: third }, 'room')).seq).toBe(1);

  // Weeks later, by telephone: it waits for the session after that.
  const by = { kind: 'staff', staffId: clinic.staffId } as const;
  const keep = (command: CourseCommand) => desk.between.keep({ courseId, practice: false, command }, by);
  dataOf(await keep({ type: 'beginQuestionnaire', sheetId: 'w6', questionnaire: 'phq9', by: 'patient' }));
  dataOf(await keep({ type: 'answerQuestion', sheetId: 'w6', question: 'betterOffDead', answer: 2 }));
  dataOf(await session['session.open']({ sessionId: third }, 'room'));
  expect((await ahead(third)).safety).toMatchObject([{ safetyId: 'w6:1', answer: 2 }]);
  const { between } = dataOf(await desk.records.clinic.courseOf((await ahead(third)).created.patientId ?? ''));
  expect(between).toMatchObject([{ courseId, sheets: [{ sheetId: 'w6', by: 'staff' }], notes: [] }]);
});

test('an app that comes back during the pre-checks shows the screen as it was, with what was kept', async () => {
  const { ask, session, create, ahead, again } = clinic;
  const sessionId = await create();
  dataOf(await clinic.desk.signIn(clinic.staffId, OWNER.pin));
  const begin = { type: 'beginPreChecks' } as const;
  dataOf(await session['session.command']({ sessionId, commandId: 'b', seenSeq: 1, command: begin }, 'room'));
  dataOf(await ask['intake.open']({ sessionId, language: 'es', ownFiles: null }, 'room'));
  const choice: Choice = { ...openChoice('es'), music: { kind: 'quiet' } };
  dataOf(await ask['intake.keep']({ choice }, 'patient'));
  expect((await ahead(sessionId)).intake.choice).toEqual(choice);
  await clinic.desk.close();
  expect(shown.at(-1)).toBe('hidden');
  const back = await again();
  clinic = { ...clinic, desk: back };
  expect(shown.at(-1)).toBe('shown');
  expect(dataOf(await back.intake.read())).toMatchObject({ screen: 'asking', language: 'es', asks: { choice } });
});
