import { writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { openLines, sealLines } from '../../../../electron/record/archive/sealed-lines.ts';
import { commandAnswer } from '../../../../electron/record/append.ts';
import { erasePatient } from '../../../../electron/record/retention/erase.ts';
import type { RecordKind } from '../../../../electron/record/client.ts';
import { ArchivePc, identity, linesOf, recipient } from '../../../helpers/archive-pc.ts';
import { TestRoom } from '../../../helpers/session-builder.ts';
import { dataOf } from '../../../helpers/temp-record.ts';

const finished = new TestRoom().finished().events;
const draft = new TestRoom().events;
const live = new TestRoom().started().events;

let open: ArchivePc[] = [];
afterEach(() => {
  for (const pc of open) pc.end();
  open = [];
});
function pcOf(name: string, kind: RecordKind = 'clinic'): ArchivePc {
  const pc = new ArchivePc(name, kind);
  open.push(pc);
  return pc;
}

/** A PC with two patients, one session each, and a member of staff. */
function clinic(name: string): ArchivePc {
  const pc = pcOf(name);
  pc.together(() => {
    pc.append('staff:alvarez', { type: 'staffAdded', name: 'R. Alvarez', role: 'nurse', pinHash: 'scrypt-of-a-pin' });
    for (const id of ['one', 'two']) {
      pc.patient(id);
      pc.append(`course:${id}`, { type: 'courseCreated', patientId: id, plannedInfusions: 6 });
      const protocolHash = pc.content({ title: `Calm for ${id}` });
      pc.session(`s-${id}`, finished, { patientId: id, courseId: id, protocolHash });
    }
  });
  return pc;
}

function erase(pc: ArchivePc, patientId: string): void {
  const author = { kind: 'staff', staffId: 'owner' } as const;
  const recordedAt = pc.now();
  dataOf(
    erasePatient(pc.store, {
      patientId,
      erasureId: `of-${patientId}`,
      rule: 'request',
      reason: 'asked',
      author,
      recordedAt,
    }),
  );
}

test('everything travels: times, authors, PCs, commands and commitments stay, the chain is the record’s own', async () => {
  const [one, two] = [clinic('pc-a'), pcOf('pc-b')];
  two.append('audit', { type: 'signedIn', staffId: 'owner' });
  dataOf(await one.export(one.file('a')));
  expect(dataOf(await two.preview(one.file('a')))).toMatchObject({
    pc: 'pc-a',
    samePc: false,
    sessions: { fresh: 2, known: 0 },
    patients: { fresh: 2, known: 0 },
    staff: { fresh: 1, known: 0 },
  });
  expect(dataOf(await two.import(one.file('a')))).toMatchObject({ sessions: 2, patients: 2, conflicts: 0 });
  expect(two.events('session:s-one')).toEqual(one.events('session:s-one'));
  expect(two.events('session:s-one')[0]?.pc).toBe('pc-a');
  expect(commandAnswer(two.store.reader, 's-one-3')).toEqual(commandAnswer(one.store.reader, 's-one-3'));
  expect(await two.findings()).toEqual([]);
});

test('of one patient, nothing of another and no PIN goes along, but the names of those who wrote', async () => {
  const pc = clinic('pc-a');
  dataOf(await pc.export(pc.file('p'), { what: 'patient', patientId: 'one' }));
  const lines = await linesOf(pc.file('p'));
  const streams = new Set(lines.flatMap(({ stream }) => (typeof stream === 'string' ? [stream] : [])));
  expect([...streams].toSorted()).toEqual(['course:one', 'patient:one', 'session:s-one']);
  expect(JSON.stringify(lines)).not.toContain('scrypt-of-a-pin');
  expect(lines.filter(({ line }) => line === 'staff')).toEqual([
    { line: 'staff', staffId: 'alvarez', name: 'R. Alvarez', role: 'nurse' },
  ]);
  expect(lines.filter(({ line }) => line === 'content')).toHaveLength(1);
  dataOf(await pc.export(pc.file('c'), { what: 'course', courseId: 'two' }));
  expect((await linesOf(pc.file('c'))).some(({ stream }) => stream === 'session:s-two')).toBe(true);
  const at = finished[0]?.occurredAt ?? 0;
  dataOf(await pc.export(pc.file('d'), { what: 'days', from: at, to: at + 1 }));
  expect(
    (await linesOf(pc.file('d'))).filter(({ stream, streamSeq }) => stream === 'patient:two' && streamSeq === 1),
  ).toHaveLength(1);
  expect(await pc.export(pc.file('n'), { what: 'days', from: 0, to: 1 })).toMatchObject({ code: 'archive.nothing' });
});

test('a session that is not over is left out and named', async () => {
  const pc = pcOf('pc-a');
  pc.together(() => {
    pc.session('over', finished);
    pc.session('running', live);
    pc.session('planned', draft);
  });
  dataOf(await pc.export(pc.file('a')));
  const lines = await linesOf(pc.file('a'));
  expect(lines[0]?.['leftOut']).toEqual(['running']);
  const streams = new Set(lines.map(({ stream }) => stream));
  expect([streams.has('session:over'), streams.has('session:running'), streams.has('session:planned')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a session goes on where it stopped; one that went two ways stays as it is here', async () => {
  const [one, two] = [pcOf('pc-a'), pcOf('pc-b')];
  one.session('s', draft);
  one.session('t', draft);
  dataOf(await one.export(one.file('draft')));
  dataOf(await two.import(one.file('draft')));
  one.together(() => {
    one.session('s', finished, {}, draft.length);
    one.session('t', finished, {}, draft.length);
  });
  // Elsewhere the same visit was called off.
  two.session(
    't',
    new TestRoom().do({ type: 'beginPreChecks' }).do({ type: 'doNotGive', reason: 'fever', postponed: false }).events,
    {},
    draft.length,
  );
  const before = two.events('session:t');
  dataOf(await one.export(one.file('over')));
  expect(dataOf(await two.preview(one.file('over')))).toMatchObject({ continued: 1, conflicts: 1 });
  expect(dataOf(await two.import(one.file('over')))).toMatchObject({ conflicts: 1 });
  expect(two.events('session:s')).toEqual(one.events('session:s'));
  expect(two.events('session:t')).toEqual(before);
  expect(await two.findings()).toEqual([]);
});

test('nothing is added to a session that is not over here, nor to one that moved since the look', async () => {
  const [one, two] = [pcOf('pc-a'), pcOf('pc-b')];
  one.session('s', live);
  // As if it had been left out of nothing: written by another hand.
  const running = [...live, ...new TestRoom().started().do({ type: 'note', text: 'later' }).events.slice(live.length)];
  expect(running.length).toBeGreaterThan(live.length);
  two.session('s', live);
  one.session('s', running, {}, live.length);
  dataOf(await one.export(one.file('a'), undefined, {}, []));
  expect(dataOf(await two.import(one.file('a')))).toMatchObject({ events: 0 });
});

test('who was erased here does not come back with an older archive, nor with sessions this PC never had', async () => {
  const [one, two] = [clinic('pc-a'), pcOf('pc-b')];
  dataOf(await one.export(one.file('old')));
  dataOf(await two.import(one.file('old')));
  one.session('s-late', finished, { patientId: 'one', courseId: 'one' });
  dataOf(await one.export(one.file('late')));
  erase(two, 'one');
  const gone = two.events('session:s-one').length + 2;
  expect(dataOf(await two.import(one.file('old')))).toMatchObject({ events: 0, erasedHere: gone });
  dataOf(await two.import(one.file('late')));
  expect(new Set(two.events('session:s-late').map(({ body }) => JSON.stringify(body)))).toEqual(
    new Set(['{"type":"erased"}']),
  );
  expect(two.events('session:s-late')).toHaveLength(finished.length);
  expect(JSON.stringify(two.all())).not.toContain('Ottoline one');
  expect(await two.findings()).toEqual([]);
});

test('erased elsewhere: a new record gets it as erased, with proof; one that has it keeps it and says so', async () => {
  const [one, two, three] = [clinic('pc-a'), pcOf('pc-b'), pcOf('pc-c')];
  dataOf(await one.export(one.file('old')));
  dataOf(await two.import(one.file('old')));
  erase(one, 'one');
  dataOf(await one.export(one.file('new')));
  dataOf(await three.import(one.file('new')));
  expect(three.identities()).toEqual(one.identities());
  expect(JSON.stringify(three.all())).not.toContain('Ottoline one');
  expect(await three.findings()).toEqual([]);
  expect(dataOf(await two.preview(one.file('new')))).toMatchObject({
    erasedThere: two.events('session:s-one').length + 2,
  });
  dataOf(await two.import(one.file('new')));
  expect(JSON.stringify(two.all())).toContain('Ottoline one');
});

test('a hold that was lifted elsewhere is not lifted here', async () => {
  const [one, two] = [pcOf('pc-a'), pcOf('pc-b')];
  one.append('retention', { type: 'holdPlaced', patientId: 'one', reason: 'court' });
  dataOf(await one.export(one.file('held')));
  dataOf(await two.import(one.file('held')));
  expect(two.events('retention')).toEqual(one.events('retention'));
  one.append('retention', { type: 'holdLifted', patientId: 'one', reason: 'closed' });
  two.append('retention', { type: 'yearsSet', years: 10 });
  const before = two.events('retention');
  dataOf(await one.export(one.file('lifted')));
  dataOf(await two.import(one.file('lifted')));
  expect(two.events('retention')).toEqual(before);
});

test('practice and clinic never mix', async () => {
  const [clinicPc, practice] = [clinic('pc-a'), pcOf('pc-a', 'practice')];
  dataOf(await clinicPc.export(clinicPc.file('a')));
  expect(await practice.import(clinicPc.file('a'))).toMatchObject({ ok: false, code: 'archive.otherKind' });
});

test('what is not whole, not ours or not known is refused before anything is written', async () => {
  const [one, two] = [clinic('pc-a'), pcOf('pc-b')];
  dataOf(await one.export(one.file('a')));
  const lines: string[] = [];
  for await (const line of openLines(one.file('a'), { identity })) lines.push(line);
  const variant = async (name: string, changed: readonly string[]): Promise<string> => {
    await sealLines(two.file(name), { recipient }, changed);
    const answer = await two.import(two.file(name));
    return answer.ok ? 'taken' : answer.code;
  };
  const edit = (at: number, change: (line: string) => string): string[] =>
    lines.map((line, index) => (index === at ? change(line) : line));
  const events = lines.flatMap((line, index) => (line.startsWith('{"line":"event"') ? [index] : []));
  const [first = 0, second = 0] = events;
  expect(await variant('cut', lines.slice(0, -1))).toBe('archive.cut');
  expect(
    await variant(
      'gap',
      lines.filter((_, index) => index !== second),
    ),
  ).toBe('archive.damaged');
  expect(await variant('twice', [...lines, lines[0] ?? ''])).toBe('archive.damaged');
  expect(
    await variant(
      'body',
      edit(first, (line) => line.replace('"type', '"tpye')),
    ),
  ).toBe('archive.damaged');
  expect(
    await variant(
      'author',
      edit(first, (line) => line.replace('staff-owner', 'staff-other')),
    ),
  ).toBe('archive.damaged');
  expect(
    await variant(
      'newer',
      edit(0, (line) => line.replace('"version":1', '"version":2')),
    ),
  ).toBe('archive.newer');
  expect(
    await variant(
      'newerBody',
      edit(first, (line) => line.replace('"version":1', '"version":9')),
    ),
  ).toBe('archive.newer');
  expect(await variant('foreign', ['{"hello":1}'])).toBe('archive.foreign');
  expect(await variant('empty', [])).toBe('archive.foreign');
  writeFileSync(two.file('text'), 'Dear colleague');
  expect(await two.import(two.file('text'))).toMatchObject({ code: 'archive.foreign' });
  expect(await two.import(two.file('nowhere'))).toMatchObject({ kind: 'unavailable', code: 'archive.notRead' });
  expect(two.all()).toEqual([]);
});

test('stopped half way, sessions are whole, and the same import again adds the rest', async () => {
  const [one, two] = [clinic('pc-a'), pcOf('pc-b')];
  one.together(() => {
    for (let index = 0; index < 4; index += 1) one.session(`more-${index}`, finished);
  });
  dataOf(await one.export(one.file('a')));
  const stopping = new AbortController();
  const stopped = await two.import(one.file('a'), {
    signal: stopping.signal,
    writeImport: async (batch) => {
      const written = two.write(batch);
      if (two.all().length > 0) stopping.abort();
      return written;
    },
  });
  expect(stopped).toMatchObject({ ok: false, code: 'archive.stopped' });
  expect(two.all().length).toBeGreaterThan(0);
  for (const id of two.sessionIds()) expect(two.events(`session:${id}`)).toHaveLength(finished.length);
  dataOf(await two.import(one.file('a')));
  expect(two.identities()).toEqual(one.identities());
});
