import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, msOf, rowsOf, ticksOf, xOf } from '../../../renderer/cues/axis.ts';
import { isUnsaved, newCue, openSheet } from '../../../renderer/cues/open-sheet.ts';
import { momentNow, paused, played, previewAtStart, soughtTo } from '../../../renderer/cues/preview-play.ts';
import { parseTime, timeText } from '../../../renderer/cues/time-text.ts';
import { previewSpan } from '../../../shared/cues/preview-run.ts';
import { editSheet } from '../../../shared/cues/sheet-history.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';

const protocol = defaultProtocol(0, 'Clinic');

describe('the drawn time', () => {
  it('puts moments where their pixels are, in order, from edge to edge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), fc.integer({ min: 300, max: 2_000 }), (minutes, width) => {
        const fitted = fitProtocol(protocol, minutes * MINUTE);
        const axis = axisOf(fitted, width);
        expect(xOf(axis, axis.fromMs)).toBeGreaterThanOrEqual(0);
        expect(xOf(axis, axis.toMs)).toBeLessThanOrEqual(width);
        expect(msOf(axis, xOf(axis, 9 * MINUTE) - xOf(axis, 2 * MINUTE))).toBeCloseTo(7 * MINUTE, 3);
        const ticks = ticksOf(axis, fitted.infusionMs).map((atMs) => xOf(axis, atMs));
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('puts chips that would cover each other in another row', () => {
    expect(rowsOf([0, 10, 90, 95, 200], 84, 2)).toEqual([0, 1, 0, 1, 0]);
    expect(rowsOf([0, 10, 20], 84, 2)).toEqual([0, 1, 1]);
  });
});

describe('a length of time as it is typed', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_199 }), (seconds) => {
        expect(parseTime(timeText(seconds * 1000))).toBe(seconds * 1000);
      }),
      { numRuns: 50 },
    );
    expect([' 5 ', '5.30', '5:3', '0:00'].map(parseTime)).toEqual([300_000, 330_000, 303_000, 0]);
  });

  it('is nothing where it is none', () => {
    expect(['', '5:60', '-5', 'five', '5:', '1:2:3'].map(parseTime)).toEqual([null, null, null, null, null, null]);
  });
});

describe('a preview', () => {
  const sheet = { cues: protocol.cues, infusionMs: protocol.infusionMs };
  const { fromMs, toMs } = previewSpan(sheet);

  it('runs an hour in a minute, stands where it is stopped, and begins anew after its end', () => {
    const begun = played(previewAtStart(sheet), sheet, 1_000);
    expect(momentNow(begun, sheet, 1_000)).toBe(fromMs);
    expect(momentNow(begun, sheet, 11_000)).toBe(fromMs + 10 * MINUTE);
    const stood = paused(begun, sheet, 11_000);
    expect(momentNow(stood, sheet, 999_000)).toBe(fromMs + 10 * MINUTE);
    expect(momentNow(played(stood, sheet, 20_000), sheet, 21_000)).toBe(fromMs + 11 * MINUTE);
    expect(momentNow(begun, sheet, 10_000_000)).toBe(toMs);
    expect(momentNow(played(begun, sheet, 10_000_000), sheet, 10_000_000)).toBe(fromMs);
    const sought = soughtTo(begun, 5 * MINUTE, 3_000);
    expect(momentNow(sought, sheet, 4_000)).toBe(6 * MINUTE);
  });
});

describe('a sheet on the screen', () => {
  it('is unsaved exactly where it differs from what was saved', () => {
    const open = openSheet(protocol);
    expect(isUnsaved(open)).toBe(false);
    const moved = editSheet(open.history, { type: 'remove', cueId: 'mask-down' }, protocol);
    expect(isUnsaved({ ...open, history: moved })).toBe(true);
    expect(isUnsaved({ ...open, history: editSheet(moved, 'undo', protocol) })).toBe(false);
  });

  it('gets a new cue five minutes after the chosen one, before zero that much earlier', () => {
    const open = openSheet(protocol);
    expect(newCue('scene', 'n', { ...open, chosenId: 'lights-peak' }).anchor).toEqual({
      from: 'start',
      offsetMs: 23 * MINUTE,
    });
    expect(newCue('music', 'n', { ...open, chosenId: 'lights-return' }).anchor).toEqual({
      from: 'zero',
      offsetMs: -10 * MINUTE,
    });
    expect(newCue('prompt', 'n', open).anchor).toEqual({ from: 'start', offsetMs: 25 * MINUTE });
  });
});
