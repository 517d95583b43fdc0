import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markKinds, severities } from '../../../shared/session/care-bodies.ts';
import { can } from '../../../shared/session/can.ts';
import { isComplaint, isOpen, lasts, openMarks } from '../../../shared/session/mark-kinds.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { alvarez, TestRoom } from '../../helpers/session-builder.ts';

const marked = (room: TestRoom, kind: (typeof markKinds)[number], markId: string = kind): TestRoom =>
  room.do({ type: 'mark', markId, kind, note: null, agoMs: 0 });
const open = (room: TestRoom): string[] => openMarks(room.session.marks).map(({ markId }) => markId);

describe('an event', () => {
  it('stays open until it is settled, newest first, with the moment of both', () => {
    const room = marked(marked(new TestRoom().started(), 'nausea').run(MINUTE), 'vomiting');
    expect(open(room)).toEqual(['vomiting', 'nausea']);
    room.do({ type: 'gradeMark', markId: 'nausea', severity: 'moderate' }).run(5 * MINUTE);
    room.do({ type: 'settleMark', markId: 'nausea', settled: true });
    expect(open(room)).toEqual(['vomiting']);
    const [nausea] = room.session.marks;
    expect(nausea).toMatchObject({ severity: 'moderate', settled: true });
    expect((nausea?.settledAt ?? 0) - (nausea?.at ?? 0)).toBe(6 * MINUTE);
    room.do({ type: 'settleMark', markId: 'nausea', settled: false });
    expect(open(room)).toEqual(['vomiting', 'nausea']);
    expect(room.session.marks[0]?.settledAt).toBeNull();
  });

  it('keeps its degree when it is settled from a screen that had not seen it, and its end when it is graded', () => {
    const room = marked(new TestRoom().started(), 'anxiety');
    const seen = room.session.seq;
    room.do({ type: 'gradeMark', markId: 'anxiety', severity: 'severe' });
    expect(room.ask({ type: 'settleMark', markId: 'anxiety', settled: true }, seen).ok).toBe(true);
    room.do({ type: 'gradeMark', markId: 'anxiety', severity: 'mild' });
    expect(room.session.marks[0]).toMatchObject({ severity: 'mild', settled: true });
  });

  it('that was a slip is taken back: both stay in the record, and nothing is said of it any more', () => {
    const room = marked(new TestRoom().started(), 'headache').do({ type: 'takeBackMark', markId: 'headache' });
    expect(open(room)).toEqual([]);
    expect(room.bodies('marked')).toHaveLength(1);
    expect(room.bodies('markTakenBack')).toHaveLength(1);
    expect(room.refusal({ type: 'gradeMark', markId: 'headache', severity: 'mild' })).toBe('mark.takenBack');
    expect(room.refusal({ type: 'settleMark', markId: 'headache', settled: true })).toBe('mark.takenBack');
    expect(room.refusal({ type: 'settleMark', markId: 'nobody', settled: true })).toBe('mark.unknown');
  });

  it('works whole on the locked screen, where each press waits for a signature', () => {
    const room = new TestRoom().started();
    room.author = { kind: 'unsigned' };
    marked(room, 'vomiting').do({ type: 'gradeMark', markId: 'vomiting', severity: 'mild' });
    room.do({ type: 'settleMark', markId: 'vomiting', settled: true });
    expect(room.session.unsigned).toHaveLength(3);
    room.author = alvarez;
    room.do({ type: 'disown', seqs: [...room.session.unsigned], reason: 'not ours' });
    expect(room.session.marks[0]?.takenBack).toBe(true);
  });

  it('of any kind has a degree only as a complaint, and an end only where it lasts', () => {
    const room = new TestRoom().started();
    fc.assert(
      fc.property(fc.constantFrom(...markKinds), fc.constantFrom(...severities), (kind, severity) => {
        const markId = room.id();
        marked(room, kind, markId);
        const graded = room.ask({ type: 'gradeMark', markId, severity });
        const settled = room.ask({ type: 'settleMark', markId, settled: true });
        expect([graded.ok, settled.ok]).toEqual([isComplaint(kind), lasts(kind)]);
        const mark = room.session.marks.at(-1);
        expect(mark?.severity).toBe(isComplaint(kind) ? severity : null);
        expect(mark === undefined || isOpen(mark)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be graded before there is one', () => {
    expect(can(new TestRoom().session)).toMatchObject({ gradeMark: false, settleMark: false, mark: false });
  });
});
