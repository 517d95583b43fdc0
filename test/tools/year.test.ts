import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openVault } from '../../electron/access/vault.ts';
import { fileOf, vaultPlace } from '../../electron/opening.ts';
import { eventsSince } from '../../electron/record/event-rows.ts';
import { sessionsPage } from '../../electron/record/lists.ts';
import { openStore } from '../../electron/record/store.ts';
import { verifyAll } from '../../electron/record/verify.ts';
import { betweenOf, courseBodySchema } from '../../shared/people/course-events.ts';
import { scoreTrends } from '../../shared/review/scores.ts';
import { sessionEventSchema } from '../../shared/session/event.ts';
import { replay } from '../../shared/session/evolve.ts';
import type { Session } from '../../shared/session/state.ts';
import { PATIENTS, planYear } from '../../tools/year/plan.ts';
import { writeYear, YEAR_PASSPHRASE } from '../../tools/year/write.ts';
import { yearAppends } from '../../tools/year/year.ts';
import { yearContents } from '../../tools/year/contents.ts';
import { noKeychain } from '../helpers/keychains.ts';

// A year of sessions is played through: twenty seconds where nothing else runs.
vi.setConfig({ testTimeout: 600_000 });

const LAST = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;
const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (seed: number): string => {
  const contents = yearContents(LAST - 364 * DAY, 'Owner');
  return JSON.stringify(yearAppends({ seed, last: LAST }, contents, 'hash'));
};

test('the same seed makes the same year, another seed another one', () => {
  const one = written(1);
  expect(written(1) === one).toBe(true);
  expect(written(2) === one).toBe(false);
});

test('nobody has two visits at once, each course is numbered without gaps and lies within its year', () => {
  const courses = planYear(3, LAST);
  expect(courses).toHaveLength(PATIENTS);
  const visits = courses.flatMap((course) => course.visits);
  expect(new Set(visits.map(({ day, slot }) => `${day} ${slot}`)).size).toBe(visits.length);
  for (const { visits: own } of courses) {
    let next = 1;
    for (const { number, story, day } of own) {
      expect(number).toBe(next);
      expect([0, 6]).not.toContain(new Date(day).getUTCDay());
      expect(day).toBeGreaterThanOrEqual(LAST - 364 * DAY);
      expect(day).toBeLessThanOrEqual(LAST);
      if (story !== 'fever' && story !== 'tooHigh') next += 1;
    }
  }
});

test('the folder opens with its passphrase: every session is one of the app’s own, and the year has of everything', async () => {
  const data = path.join(folder, 'data');
  const told = await writeYear(data, { seed: 1, last: LAST });
  const place = { folder: data, keychain: noKeychain, pc: 'test' };
  const vault = await openVault(vaultPlace(place), YEAR_PASSPHRASE);
  if (!vault.ok) throw new Error(vault.code);
  const { clinic } = vault.data.keys;
  const file = fileOf(place, 'clinic');
  const store = openStore({ file, ...clinic, pc: 'test', kind: 'clinic', mayCreate: false });
  if ('ok' in store) throw new Error(store.code);
  const report = await verifyAll(store, () => true);
  expect(report).toMatchObject({ findings: [], checkedRows: told.events });
  const { sessions: rows } = sessionsPage(store.reader, { before: null, today: null, limit: 1000 });
  expect(rows).toHaveLength(told.sessions);
  const sessions = rows.map(({ sessionId, phase, patientName }): Session => {
    expect(patientName).not.toBeNull();
    const events = eventsSince(store.reader, `session:${sessionId}`, 0, -1);
    const session = replay(events.map((event) => sessionEventSchema.parse(event)));
    if (session === null) throw new Error('A session begins with an event');
    expect(session.phase).toBe(phase);
    return session;
  });
  const count = (is: (session: Session) => boolean): number => sessions.filter(is).length;
  expect(sessions.length).toBeGreaterThan(300);
  expect(new Set(sessions.map(({ created }) => created.patientId)).size).toBeGreaterThan(45);
  expect(new Set(sessions.map(({ created }) => created.courseId)).size).toBeGreaterThan(45);
  expect(count(({ phase }) => phase !== 'finished' && phase !== 'notGiven')).toBe(0);
  expect(count(({ signature }) => signature !== null) / sessions.length).toBeGreaterThan(0.93);
  expect(count(({ signature }) => signature === null)).toBeGreaterThan(4);
  expect(count(({ stopped }) => stopped?.early === true)).toBeGreaterThan(8);
  expect(count(({ raised }) => raised.some(({ level }) => level === 'red'))).toBeGreaterThan(4);
  expect(count(({ raised }) => raised.some(({ level }) => level === 'amber'))).toBeGreaterThan(20);
  expect(count(({ pauses }) => pauses.length > 0)).toBeGreaterThan(10);
  expect(count(({ adverse }) => adverse.length > 0)).toBeGreaterThan(8);
  expect(count(({ telephoned, calls }) => telephoned.length + calls.length > 0)).toBeGreaterThan(8);
  expect(count(({ phase }) => phase === 'notGiven')).toBeGreaterThan(3);
  expect(count(({ addenda, cosignatures }) => addenda.length + cosignatures.length > 0)).toBeGreaterThan(12);
  expect(count(({ patientCopies }) => patientCopies.some(({ handed }) => handed === null))).toBeGreaterThan(0);
  expect(count(({ order }) => order !== null && order.order.mgPerKg !== 0.5)).toBeGreaterThan(60);
  const courses = sessions.map(({ created }) => created.courseId ?? '');
  const between = [...new Set(courses)].map((courseId) =>
    betweenOf(
      eventsSince(store.reader, `course:${courseId}`, 0, -1).map((event) => ({
        ...event,
        body: courseBodySchema.parse(event.body),
      })),
    ),
  );
  expect(between.flatMap(({ notes }) => notes).length).toBeGreaterThan(100);
  const sheets = [...sessions, ...between].flatMap((one) => one.sheets);
  expect(scoreTrends(sheets).map(({ questionnaire }) => questionnaire)).toEqual(['phq9', 'gad7', 'pcl5']);
  expect(scoreTrends(sheets).reduce((sum, { parts }) => sum + parts, 0)).toBeGreaterThan(0);
  expect([...sessions, ...between].flatMap(({ safety }) => safety).length).toBeGreaterThan(2);
  store.reader.close();
  store.writer.close();
});

test('a folder with anything in it is left alone', async () => {
  const used = mkdtempSync(path.join(folder, 'used-'));
  writeFileSync(path.join(used, 'vault.json'), 'somebody’s');
  await expect(writeYear(used, { seed: 1, last: LAST })).rejects.toThrow('not empty');
  expect(readdirSync(used)).toEqual(['vault.json']);
});
