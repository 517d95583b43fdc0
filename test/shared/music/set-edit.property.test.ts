import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SetDraft, SetEntry } from '../../../shared/music/own-sets.ts';
import { byPhase, editSet, historyOf, type SetEdit } from '../../../shared/music/set-edit.ts';
import { musicPhases, type MusicPhase } from '../../../shared/music/set.ts';

const entry = (trackId: string, phase: MusicPhase, intensity = 3): SetEntry => ({ trackId, phase, intensity });
const draft: SetDraft = {
  title: 'Evening',
  description: '',
  entries: [entry('o1', 'onset'), entry('o2', 'onset'), entry('p1', 'peak')],
};
const order = ({ entries }: SetDraft) => entries.map(({ trackId, phase }) => `${trackId} ${phase}`);
const after = (...edits: readonly (SetEdit | 'undo' | 'redo')[]) =>
  edits.reduce((history, edit) => editSet(history, edit), historyOf(draft));

const ids = ['o1', 'o2', 'p1', 'n1', 'n2'] as const;
const anyId = fc.constantFrom(...ids);
const anyPhase = fc.constantFrom(...musicPhases);
const anyIntensity = fc.integer({ min: 1, max: 5 });
const anyEdit: fc.Arbitrary<SetEdit> = fc.oneof(
  fc.record({ type: fc.constantFrom('title', 'description'), text: fc.string({ maxLength: 3 }) }),
  fc.record({
    type: fc.constant('add' as const),
    entries: fc.array(fc.record({ trackId: anyId, phase: anyPhase, intensity: anyIntensity }), { maxLength: 1 }),
  }),
  fc.record({ type: fc.constant('forOne' as const), on: fc.boolean() }),
  fc.record({ type: fc.constant('remove' as const), trackId: anyId }),
  fc.record({ type: fc.constant('step' as const), trackId: anyId, by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ type: fc.constant('place' as const), trackId: anyId, phase: anyPhase, before: fc.option(anyId) }),
  fc.record({ type: fc.constant('intensity' as const), trackId: anyId, intensity: anyIntensity }),
);

describe('any row of edits', () => {
  it('is undone back to where it began, and done again to where it came', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
        const end = after(...edits);
        const back = end.past.reduce((history) => editSet(history, 'undo'), end);
        expect(back.now).toEqual(draft);
        expect(editSet(back, 'undo')).toBe(back);
        const again = back.future.reduce((history) => editSet(history, 'redo'), back);
        expect(again.now).toEqual(end.now);
        expect(editSet(again, 'redo')).toBe(again);
      }),
    );
  });

  it('leaves every track in once, in the order of the phases, and makes no step of nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
        const { past, now } = after(...edits);
        expect(now.entries).toEqual(byPhase(now.entries));
        expect(new Set(now.entries.map(({ trackId }) => trackId)).size).toBe(now.entries.length);
        for (const [index, step] of past.entries()) expect(step).not.toEqual(past[index + 1]);
      }),
    );
  });
});

describe('one edit', () => {
  it('a step swaps within a phase and goes over its edge into the next phase', () => {
    expect(order(after({ type: 'step', trackId: 'o2', by: -1 }).now)).toEqual(['o2 onset', 'o1 onset', 'p1 peak']);
    expect(order(after({ type: 'step', trackId: 'o2', by: 1 }).now)).toEqual(['o1 onset', 'o2 build', 'p1 peak']);
    expect(order(after({ type: 'step', trackId: 'p1', by: -1 }).now)).toEqual(['o1 onset', 'o2 onset', 'p1 build']);
  });

  it('nothing is above the first place of the first phase', () => {
    const first = historyOf({ ...draft, entries: [entry('a', 'arrive')] });
    expect(editSet(first, { type: 'step', trackId: 'a', by: -1 })).toBe(first);
  });

  it('a track is put before another or at the end of a phase', () => {
    const before = after({ type: 'place', trackId: 'p1', phase: 'onset', before: 'o2' });
    expect(order(before.now)).toEqual(['o1 onset', 'p1 onset', 'o2 onset']);
    const end = after({ type: 'place', trackId: 'o1', phase: 'peak', before: null });
    expect(order(end.now)).toEqual(['o2 onset', 'p1 peak', 'o1 peak']);
  });

  it('typing into one text is one step, into another a new one', () => {
    const typed = after(...['E', 'Ev'].map((text) => ({ type: 'title', text }) as const), {
      type: 'description',
      text: 'Calm',
    });
    expect(typed.past).toHaveLength(2);
    expect(editSet(editSet(typed, 'undo'), 'undo').now).toEqual(draft);
  });

  it('typing back to what it was is no step', () => {
    const texts = ['Calm', ''] as const;
    expect(after(...texts.map((text) => ({ type: 'description', text }) as const)).past).toEqual([]);
  });

  it('after an undo takes away what could be done again', () => {
    const history = after({ type: 'remove', trackId: 'o1' }, 'undo', { type: 'remove', trackId: 'p1' });
    expect(history.future).toEqual([]);
    expect(order(history.now)).toEqual(['o1 onset', 'o2 onset']);
  });
});
