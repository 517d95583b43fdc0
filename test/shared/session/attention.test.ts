import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOvertaken, openBand } from '../../../shared/session/attention.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, calm, okafor, parts, TestRoom } from '../../helpers/session-builder.ts';

const amber: ReadingParts = { ...calm, systolic: 164 };
const red: ReadingParts = { ...calm, systolic: 184 };
const allSure = ['savedAlready', 'systolicJump', 'diastolicJump', 'spo2Jump', 'pulseJump', 'spo2Low'];

const open = (room: TestRoom) => openBand(room.session, room.protocol)?.band ?? null;

function read(room: TestRoom, given: ReadingParts): string {
  const readingId = room.id();
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId, parts: given, takenAt, confirmed: allSure });
  return readingId;
}

function amend(room: TestRoom, readingId: string, given: ReadingParts): void {
  const takenAt = room.session.readings.find((reading) => reading.readingId === readingId)?.takenAt ?? 0;
  room.do({ type: 'amendReading', readingId, parts: given, takenAt, reason: 'typing', confirmed: allSure });
}

describe('a rise since the last reading', () => {
  const rises = { systolicBy: 25, diastolicBy: 20, systolicFrom: 150, diastolicFrom: 90 };
  const watching = (overLast: typeof rises | null): TestRoom => {
    const protocol = defaultProtocol(0, 'Clinic');
    const bands = { ...protocol.bands, overBaseline: null, overLast };
    return new TestRoom(new FakeClock(), { ...protocol, bands }).started().run(5 * MINUTE);
  };

  it('is amber where the clinic set one, from its own value up; without one nothing is raised', () => {
    for (const [systolic, raised] of [
      [149, []],
      [150, ['systolic']],
    ] as const) {
      const room = watching(rises);
      read(room, calm);
      read(room.run(5 * MINUTE), { ...calm, systolic });
      expect(room.bodies('bandRaised').flatMap(({ level, fields }) => [level, ...fields])).toEqual(
        raised.length === 0 ? [] : ['amber', ...raised],
      );
    }
    const slow = watching({ ...rises, systolicFrom: 140 });
    read(slow, { ...calm, systolic: 142 });
    expect(slow.bodies('bandRaised')).toEqual([]);
    const plain = watching(null);
    read(plain, { ...calm, systolic: 155 });
    expect(plain.bodies('bandRaised')).toEqual([]);
  });

  it('is held against the last reading that had the measure, also where that one is amended later', () => {
    const room = watching(rises);
    const first = read(room, { ...calm, systolic: 130 });
    read(room.run(5 * MINUTE), parts({ spo2: 97 }));
    const second = read(room.run(5 * MINUTE), { ...calm, systolic: 150 });
    expect(room.bodies('bandRaised')).toEqual([]);
    amend(room, first, { ...calm, systolic: 120 });
    expect(room.bodies('bandRaised')).toMatchObject([{ readingId: second, level: 'amber', fields: ['systolic'] }]);
    amend(room, first, { ...calm, systolic: 131 });
    expect(room.session.raised.map((band) => isOvertaken(room.session, room.protocol, band))).toEqual([true]);
  });
});

describe('a band', () => {
  it('is a fact beside the reading that raised it, in the same breath', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, { ...calm, systolic: 184, spo2: 93 });
    expect(room.bodies('bandRaised')).toEqual([
      { type: 'bandRaised', readingId, level: 'red', fields: ['systolic', 'spo2'], symptoms: null },
    ]);
    const [taken, raised] = room.events.slice(-2);
    expect(raised).toMatchObject({ recordedAt: taken?.recordedAt, author: { kind: 'app' } });
  });

  it('before the start is the gate’s, and within the limits nothing is raised', () => {
    const before = new TestRoom().prepared();
    read(before, { ...calm, systolic: 170 });
    const within = new TestRoom().started();
    read(within, calm);
    expect([...before.bodies('bandRaised'), ...within.bodies('bandRaised')]).toEqual([]);
  });

  it('amber takes one press, and then says who', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, amber);
    expect(open(room)).toMatchObject({ readingId, level: 'amber' });
    room.do({ type: 'seeBand', readingId });
    expect(open(room)).toBeNull();
    expect(room.session.raised[0]?.answer).toMatchObject({ kind: 'seen', author: alvarez });
    expect(room.refusal({ type: 'seeBand', readingId })).toBe('session.notNow');
  });

  it('red is not seen away: it takes a name and an action', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, red);
    expect(room.refusal({ type: 'seeBand', readingId })).toBe('session.notNow');
    read(room, { ...calm, spo2: 94 });
    expect(room.refusal({ type: 'seeBand', readingId })).toBe('band.redNeedsAction');
    room.do({ type: 'actOnBand', readingId, who: 'R. Alvarez', action: 'Repeats the reading' });
    expect(room.session.raised[0]?.answer).toMatchObject({ kind: 'acted', who: 'R. Alvarez' });
  });

  it('with symptoms is red, whatever the value, and an answer closes both', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, amber);
    room.do({ type: 'tellSymptoms', readingId, symptoms: 'Chest pain' });
    expect(open(room)).toMatchObject({ level: 'red', symptoms: 'Chest pain' });
    amend(room, readingId, calm);
    expect(open(room)).toMatchObject({ level: 'red' });
    room.do({ type: 'actOnBand', readingId, who: 'M. Okafor', action: 'Doctor called' });
    expect(open(room)).toBeNull();
    expect(room.session.raised.every((band) => band.answer?.kind === 'acted')).toBe(true);
  });

  it('is red where the reading names a red flag, and a patient left to rest lies in none', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    read(room, { ...calm, symptoms: ['nausea'], sedation: { kind: 'notRoused' } });
    expect(open(room)).toBeNull();
    const readingId = read(room, { ...calm, symptoms: ['nausea', 'chestPain'] });
    expect(open(room)).toMatchObject({ readingId, level: 'red', fields: [] });
  });

  it('that goes on amber is not asked about again; a new measure, or red, is', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    room.do({ type: 'seeBand', readingId: read(room, amber) }).run(10 * MINUTE);
    read(room, { ...amber, systolic: 168 });
    expect(open(room)).toBeNull();
    room.run(5 * MINUTE);
    read(room, parts({ spo2: 97 }));
    read(room, amber);
    expect(open(room)).toBeNull();
    room.run(5 * MINUTE);
    const also = read(room, { ...amber, spo2: 94 });
    expect(open(room)).toMatchObject({ readingId: also });
    room.do({ type: 'seeBand', readingId: also });
    const one = read(room, red);
    room.do({ type: 'actOnBand', readingId: one, who: 'R. Alvarez', action: 'Stays' }).run(5 * MINUTE);
    expect(open(room)).toBeNull();
    const two = read(room, red);
    expect(open(room)).toMatchObject({ readingId: two, level: 'red' });
  });

  it('that was left in between asks again', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    room.do({ type: 'seeBand', readingId: read(room, amber) }).run(5 * MINUTE);
    read(room, calm);
    room.run(5 * MINUTE);
    const again = read(room, amber);
    expect(open(room)).toMatchObject({ readingId: again });
  });

  it('is answered for all readings before it by one press', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    read(room, amber);
    room.run(MINUTE);
    const last = read(room, { ...amber, spo2: 93 });
    room.do({ type: 'seeBand', readingId: last });
    expect(open(room)).toBeNull();
    expect(room.session.raised.map((band) => band.answer?.kind)).toEqual(['seen', 'seen']);
  });

  it('whose value is amended stays in the record, asks no more, and an amended value raises its own', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, red);
    amend(room, readingId, calm);
    expect(open(room)).toBeNull();
    const [first] = room.session.raised;
    expect(first).toMatchObject({ level: 'red', answer: null });
    if (first !== undefined) expect(isOvertaken(room.session, room.protocol, first)).toBe(true);
    amend(room, readingId, amber);
    expect(open(room)).toMatchObject({ readingId, level: 'amber' });
    amend(room, readingId, red);
    expect(open(room)).toMatchObject({ level: 'red' });
    expect(room.bodies('bandRaised').map(({ level }) => level)).toEqual(['red', 'amber']);
  });

  it('is raised by a baseline that is amended', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, { ...calm, systolic: 148 });
    expect(open(room)).toBeNull();
    amend(room, room.session.baselineId ?? '', { ...calm, systolic: 110 });
    expect(open(room)).toMatchObject({ readingId, level: 'amber' });
  });

  it('answered at the locked screen is whose it is once signed for, and open again once refused', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, amber);
    room.author = { kind: 'unsigned' };
    room.do({ type: 'seeBand', readingId });
    const [seq] = room.session.unsigned;
    room.author = okafor;
    const before = room.session;
    room.do({ type: 'claim', seqs: [seq ?? 0] });
    expect(room.session.raised[0]?.answer?.author).toEqual(okafor);
    room.session = before;
    room.events.pop();
    room.do({ type: 'disown', seqs: [seq ?? 0], reason: 'not mine' });
    expect(open(room)).toMatchObject({ readingId });
  });
});

describe('whatever happens in a room', () => {
  it('at most one band asks, an answer is never asked for twice, and none that was raised is lost', () => {
    fc.assert(
      fc.property(beginnings, steps, (begin, all) => {
        const room = new TestRoom();
        begin(room);
        let raised = 0;
        for (const { apply } of all) {
          apply(room);
          expect(room.session.raised.length).toBeGreaterThanOrEqual(raised);
          raised = room.session.raised.length;
          const asks = open(room);
          if (asks !== null) expect(asks.answer).toBeNull();
        }
        const asks = open(room);
        if (asks === null) return;
        room.do({ type: 'actOnBand', readingId: asks.readingId, who: 'R. Alvarez', action: 'Stays' });
        expect(open(room)?.seq).not.toBe(asks.seq);
        expect(room.refusal({ type: 'seeBand', readingId: asks.readingId })).toMatch(/session.notNow|band.answered/);
      }),
      { numRuns: 120 },
    );
  });
});
