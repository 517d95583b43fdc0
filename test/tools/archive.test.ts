import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyAll } from '../../electron/record/verify.ts';
import { openStore } from '../../electron/record/store.ts';
import { sessionsPage } from '../../electron/record/lists.ts';
import { replay } from '../../shared/session/evolve.ts';
import { sessionEventSchema } from '../../shared/session/event.ts';
import { eventsSince } from '../../electron/record/event-rows.ts';
import { gateReasons } from '../../shared/vitals/gate.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import { archiveContents } from '../../tools/archive/contents.ts';
import { archiveMaker } from '../../tools/archive/day.ts';
import { optionsOf, readManifest } from '../../tools/archive/manifest.ts';
import { planDays } from '../../tools/archive/plan.ts';
import { randomFrom } from '../../tools/archive/random.ts';
import { baselineOf, beforeStart } from '../../tools/archive/vitals.ts';
import { writeArchive } from '../../tools/archive/write.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contents = archiveContents();
const firstDays = (seed: number, days: number): string => {
  const maker = archiveMaker({ seed, sessions: 200 }, contents);
  return JSON.stringify(maker.days.slice(0, days).map((day) => maker.day(day)));
};

test('the same seed makes the same events, another seed others', () => {
  expect(firstDays(1, 2)).toBe(firstDays(1, 2));
  expect(firstDays(2, 2)).not.toBe(firstDays(1, 2));
});

test('a smaller archive is the beginning of a larger one', () => {
  const small = archiveMaker({ seed: 3, sessions: 40 }, contents);
  expect(JSON.stringify(small.days.map((day) => small.day(day)))).toBe(firstDays(3, 2));
});

test('nobody is kept waiting at the gate before the start', () => {
  const random = randomFrom('gate');
  const { bands } = defaultProtocol(0, 'Clinic');
  const refused = Array.from({ length: 2_000 }, () => beforeStart(baselineOf(random), random)).flatMap((parts) =>
    gateReasons(bands, parts),
  );
  expect(refused).toEqual([]);
});

test('chance does not depend on what another source has drawn', () => {
  const one = randomFrom('a');
  const drawn = [one.next(), one.next(), one.id()];
  randomFrom('b').next();
  const again = randomFrom('a');
  expect([again.next(), again.next(), again.id()]).toEqual(drawn);
});

test('patients come in courses, numbered without gaps, no two in one room at once', () => {
  const sessions = planDays(1, 2_000).flatMap(({ day, sessions: list }) =>
    list.map((session) => ({ day, ...session })),
  );
  expect(sessions).toHaveLength(2_000);
  const places = new Set(sessions.map(({ day, room, slot }) => `${day} ${room} ${slot}`));
  expect(places.size).toBe(2_000);
  const given = new Map<string, number>();
  for (const { courseId, infusionNumber, story } of sessions) {
    expect(infusionNumber).toBe((given.get(courseId) ?? 0) + 1);
    if (story !== 'notGiven') given.set(courseId, infusionNumber);
  }
});

test('what is written is a whole record: every session ended, the chain unbroken', async () => {
  const made = await writeArchive(folder, { seed: 5, sessions: 40 }, () => undefined);
  expect(readManifest(folder)).toEqual(made);
  const store = openStore(optionsOf(folder, made));
  if ('ok' in store) throw new Error(store.code);
  const report = await verifyAll(store, () => true);
  expect(report).toMatchObject({ findings: [], checkedRows: made.events });
  const { sessions } = sessionsPage(store.reader, { before: null, today: null, limit: 100 });
  expect(sessions).toHaveLength(40);
  for (const { sessionId, phase, patientName } of sessions) {
    expect(['finished', 'notGiven']).toContain(phase);
    expect(patientName).not.toBeNull();
    const events = eventsSince(store.reader, `session:${sessionId}`, 0, -1).map((event) =>
      sessionEventSchema.parse(event),
    );
    expect(replay(events)?.phase).toBe(phase);
  }
  store.reader.close();
  store.writer.close();
  expect(readFileSync(path.join(folder, made.file)).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});
