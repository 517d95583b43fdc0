import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { erasePatient } from '../../../../electron/record/retention/erase.ts';
import { evolve } from '../../../../shared/session/evolve.ts';
import type { Session } from '../../../../shared/session/state.ts';
import type { SessionEvent } from '../../../../shared/session/event.ts';
import { ArchivePc, linesOf } from '../../../helpers/archive-pc.ts';
import { beginnings, steps } from '../../../helpers/session-arbitrary.ts';
import { TestRoom } from '../../../helpers/session-builder.ts';
import { dataOf } from '../../../helpers/temp-record.ts';

/** Something that happens to a record; `at` keeps what is made apart from what others make. */
type Act = (pc: ArchivePc, at: string) => void;

const person = fc.constantFrom('p1', 'p2', 'p3');
const finished = new TestRoom().finished().events;
const notGiven = new TestRoom()
  .do({ type: 'beginPreChecks' })
  .do({ type: 'doNotGive', reason: 'fever', postponed: true }).events;

const happened: fc.Arbitrary<readonly SessionEvent[]> = fc.oneof(
  fc.constant(finished),
  fc.constant(notGiven),
  fc.tuple(beginnings, steps).map(([begin, taken]) => {
    const room = new TestRoom();
    begin(room);
    for (const { apply } of taken) apply(room);
    return room.events;
  }),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  person.map((id) => (pc: ArchivePc) => {
    if (!pc.isErased(id)) pc.patient(id);
  }),
  fc.tuple(person, fc.string({ minLength: 1, maxLength: 20 })).map(([id, name]) => (pc: ArchivePc) => {
    if (!pc.isErased(id)) pc.editPatient(id, `Quillfeather ${name}`);
  }),
  person.map((id) => (pc: ArchivePc, at: string) => {
    if (!pc.isErased(id)) pc.append(`course:c-${at}`, { type: 'courseCreated', patientId: id, plannedInfusions: 6 });
  }),
  fc.constant((pc: ArchivePc, at: string) =>
    pc.append(`staff:s-${at}`, { type: 'staffAdded', name: 'I. Brightwater', role: 'nurse', pinHash: 'hash' }),
  ),
  fc.constant((pc: ArchivePc) => pc.append('audit', { type: 'signedIn', staffId: 'staff-owner' })),
  fc.constant((pc: ArchivePc, at: string) => void pc.content({ title: `Calm ${at}` })),
  {
    weight: 3,
    arbitrary: fc.tuple(person, happened).map(([patientId, events]) => (pc: ArchivePc, at: string) => {
      // Nobody begins a session with a patient who was erased: there is nobody to choose.
      if (!pc.isErased(patientId)) pc.session(`s-${at}`, events, { patientId, courseId: null });
    }),
  },
);

const erasure: fc.Arbitrary<Act> = person.map((patientId) => (pc: ArchivePc, at: string) => {
  const author = { kind: 'staff', staffId: 'staff-owner' } as const;
  const recordedAt = pc.now();
  erasePatient(pc.store, { patientId, erasureId: `${at}`, rule: 'years:10', reason: 'over', author, recordedAt });
});
const acts = fc.array(act, { maxLength: 6 });

function make(pc: ArchivePc, list: readonly Act[], name: string): void {
  pc.together(() => list.forEach((one, index) => one(pc, `${name}-${index}`)));
}

/** Erasures cut the log, which no transaction may be around. */
function erase(pc: ArchivePc, list: readonly Act[]): void {
  list.forEach((one, index) => one(pc, `e-${index}`));
}

/** Opens PCs, and ends them whatever happens. */
async function withPcs(names: readonly string[], work: (pcs: ArchivePc[]) => Promise<void>): Promise<void> {
  const pcs = names.map((name) => new ArchivePc(name));
  try {
    await work(pcs);
  } finally {
    for (const pc of pcs) pc.end();
  }
}

/** What an archive says of its events, whatever chain they came from. */
async function contentOf(file: string): Promise<string[]> {
  const lines = await linesOf(file);
  return lines
    .filter(({ line, stream, author }) => line !== 'header' && line !== 'end' && !isOwnProof(String(stream), author))
    .map(({ seq: _seq, hash, prevHash: _prev, ...rest }) =>
      JSON.stringify(rest['line'] === 'content' ? { ...rest, hash } : { ...rest, erasure: null }),
    )
    .toSorted();
}

function isOwnProof(stream: string, author: unknown): boolean {
  return stream.startsWith('erasure:') && author === 'app';
}

/** Every session as its events fold, by id. */
function folds(pc: ArchivePc): unknown {
  return pc.sessionIds().map((id) => {
    const events = pc.events(`session:${id}`);
    if (events.some(({ body }) => (body as { type: string }).type === 'erased')) return [id, 'erased'];
    return [id, (events as SessionEvent[]).reduce<Session | null>(evolve, null)];
  });
}

test('what is exported, taken into an empty record and exported again is the same', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.array(erasure, { maxLength: 2 }), acts, async (first, erasures, later) => {
      await withPcs(['one', 'two'], async ([one, two]) => {
        if (one === undefined || two === undefined) throw new Error('no PCs');
        make(one, first, 'a');
        erase(one, erasures);
        make(one, later, 'b');
        const exported = await one.export(one.file('out'));
        if (!exported.ok) return expect(exported.code).toBe('archive.nothing');
        dataOf(await two.import(one.file('out')));
        dataOf(await two.export(two.file('again')));
        expect(await contentOf(two.file('again'))).toEqual(await contentOf(one.file('out')));
        expect(await two.findings()).toEqual([]);
      });
    }),
    { numRuns: 10 },
  );
});

test('an import twice changes nothing, and the order of two imports does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.array(erasure, { maxLength: 1 }), acts, acts, async (shared, erasures, onA, onB) => {
      await withPcs(['a', 'b', 'c', 'd'], async ([a, b, c, d]) => {
        if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no PCs');
        a.append('audit', { type: 'signedIn', staffId: 'staff-owner' });
        make(a, shared, 'shared');
        erase(a, erasures);
        dataOf(await a.export(a.file('shared')));
        dataOf(await b.import(a.file('shared')));
        make(a, onA, 'on-a');
        make(b, onB, 'on-b');
        dataOf(await a.export(a.file('late')));
        dataOf(await b.export(b.file('late')));
        for (const file of [a.file('late'), b.file('late')]) dataOf(await c.import(file));
        for (const file of [b.file('late'), a.file('late')]) dataOf(await d.import(file));
        expect(c.identities()).toEqual(d.identities());
        expect(folds(c)).toEqual(folds(d));
        const before = c.all().length;
        expect(dataOf(await c.import(b.file('late')))).toMatchObject({ events: 0 });
        expect(c.all()).toHaveLength(before);
        expect([await c.findings(), await d.findings()]).toEqual([[], []]);
      });
    }),
    { numRuns: 8 },
  );
});
