import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffCues } from '../../../shared/cues/diff-cues.ts';
import { reachOf, type SheetEdit } from '../../../shared/cues/edit-sheet.ts';
import { plannedMs } from '../../../shared/cues/planned.ts';
import { editSheet, sameCues, sheetHistoryOf } from '../../../shared/cues/sheet-history.ts';
import { cueSchema, type Cue } from '../../../shared/cues/cue.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { anySheet, anySheetEdit } from '../../helpers/sheet-arbitrary.ts';

const lengths = { infusionMs: 30 * MINUTE, recoveryMs: 60 * MINUTE };
const sheet = anySheet(lengths.infusionMs);
const edits = fc.array(anySheetEdit(lengths.infusionMs), { maxLength: 25 });
const after = (cues: readonly Cue[], steps: readonly SheetEdit[], gesture: string | null = null) =>
  steps.reduce((history, edit) => editSheet(history, edit, lengths, gesture), sheetHistoryOf(cues));
const byId = (cues: readonly Cue[]) => cues.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('any row of steps', () => {
  it('is undone back to where it began, and done again to where it came', () => {
    fc.assert(
      fc.property(sheet, edits, (cues, steps) => {
        const end = after(cues, steps);
        const back = end.past.reduce((history) => editSheet(history, 'undo', lengths), end);
        expect(back.now).toEqual(cues);
        const again = end.past.reduce((history) => editSheet(history, 'redo', lengths), back);
        expect(again.now).toEqual(end.now);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves cues that are cues, with ids of their own, each within the reach of its anchor', () => {
    fc.assert(
      fc.property(sheet, edits, (cues, steps) => {
        const { now } = after(cues, steps);
        expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
        for (const cue of now) {
          expect(cueSchema.parse(cue)).toEqual(cue);
          const { minMs, maxMs } = reachOf(cue.anchor.from, lengths);
          expect(cue.anchor.offsetMs).toBeGreaterThanOrEqual(minMs);
          expect(cue.anchor.offsetMs).toBeLessThanOrEqual(maxMs);
          if (cue.action.kind === 'scene') expect(cue.action.scene.zones[0]?.zone).toBe('room');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('that is one gesture is one step, and none where it ends where it began', () => {
    const cues = defaultProtocol(0, 'Clinic').cues;
    const drag = (offsetMs: number): SheetEdit => ({ type: 'move', cueId: 'lights-peak', offsetMs });
    const moved = after(cues, [drag(MINUTE), drag(2 * MINUTE), drag(3 * MINUTE)], 'drag 1');
    expect(moved.past).toHaveLength(1);
    expect(after(cues, [drag(MINUTE), drag(18 * MINUTE)], 'drag 1').past).toHaveLength(0);
    const two = editSheet(moved, drag(4 * MINUTE), lengths, 'drag 2');
    expect(two.past).toHaveLength(2);
  });
});

describe('another anchor', () => {
  it('keeps the planned moment where that anchor reaches it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lengths.infusionMs }), (atMs) => {
        const cue: Cue = {
          id: 'a',
          anchor: { from: 'start', offsetMs: atMs },
          action: { kind: 'music', phase: 'peak' },
        };
        const there = after([cue], [{ type: 'anchor', cueId: 'a', from: 'zero' }]).now[0];
        expect(there?.anchor).toEqual({ from: 'zero', offsetMs: atMs - lengths.infusionMs + 0 });
        expect(there === undefined ? null : plannedMs(there, lengths.infusionMs)).toBe(atMs);
        const late = after([cue], [{ type: 'anchor', cueId: 'a', from: 'recovery' }]).now[0];
        expect(late?.anchor).toEqual({ from: 'recovery', offsetMs: 0 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the differences of two sheets', () => {
  it('are none of a sheet to itself, in whatever order', () => {
    fc.assert(
      fc.property(sheet, (cues) => {
        expect(diffCues(cues, cues.toReversed())).toEqual([]);
        expect(sameCues(cues, cues.toReversed())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('lead from the one to the other, and name every cue once', () => {
    fc.assert(
      fc.property(sheet, sheet, (before, now) => {
        const changes = diffCues(before, now);
        const there = new Map(before.map((cue) => [cue.id, cue]));
        for (const change of changes) {
          const cue = 'cue' in change ? change.cue : change.after;
          if (change.type === 'removed') there.delete(cue.id);
          else there.set(cue.id, cue);
        }
        expect(byId([...there.values()])).toEqual(byId(now));
        const named = changes.map((change) => ('cue' in change ? change.cue.id : change.after.id));
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 150 },
    );
  });

  it('are there where nothing but a colour, a phase or a prompt is another', () => {
    const cues = defaultProtocol(0, 'Clinic').cues;
    for (const edit of [
      { type: 'zone', cueId: 'lights-peak', zone: { zone: 'room', level: 0.05, kelvin: 2700 } },
      { type: 'phase', cueId: 'music-build', phase: 'peak' },
      { type: 'prompt', cueId: 'mask-down', code: 'dimRoom' },
    ] as const)
      expect(diffCues(cues, after(cues, [edit]).now)).toMatchObject([{ type: 'changed', differences: [{}] }]);
  });

  it('say what moved, how bright and how slow', () => {
    const cues = defaultProtocol(0, 'Clinic').cues;
    const { now } = after(cues, [
      { type: 'move', cueId: 'lights-return', offsetMs: -8 * MINUTE },
      { type: 'zone', cueId: 'lights-return', zone: { zone: 'room', level: 0.3, kelvin: 2200 } },
      { type: 'zone', cueId: 'lights-return', zone: { zone: 'task', level: 0.5, kelvin: null } },
      { type: 'fade', cueId: 'lights-return', fadeMs: 90_000 },
    ]);
    expect(diffCues(cues, now)).toEqual([
      {
        type: 'changed',
        before: cues.find(({ id }) => id === 'lights-return'),
        after: now.find(({ id }) => id === 'lights-return'),
        differences: [
          {
            what: 'moment',
            from: { from: 'zero', offsetMs: -5 * MINUTE },
            to: { from: 'zero', offsetMs: -8 * MINUTE },
          },
          {
            what: 'zone',
            zone: 'room',
            from: { zone: 'room', level: 0.25, kelvin: 2200 },
            to: { zone: 'room', level: 0.3, kelvin: 2200 },
          },
          { what: 'zone', zone: 'task', from: null, to: { zone: 'task', level: 0.5, kelvin: null } },
          { what: 'fade', from: 2 * MINUTE, to: 90_000 },
        ],
      },
    ]);
  });
});
