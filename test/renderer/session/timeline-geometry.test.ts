import { describe, expect, it } from 'vitest';
import { across, arcTop, musicArc, labelPlaces } from '../../../renderer/room/session/timeline/geometry.ts';

const MINUTE = 60_000;
const usual = { fromMs: -20 * MINUTE, toMs: 110 * MINUTE };

describe('where a moment lies across the timeline', () => {
  it('runs from edge to edge', () => {
    expect(across(usual, usual.fromMs)).toBe(0);
    expect(across(usual, usual.toMs)).toBe(100);
  });

  it('gives the pre-checks the same room however long they took', () => {
    expect(across(usual, -1)).toBeCloseTo(11, 3);
    expect(across({ ...usual, fromMs: -3 * 3_600_000 }, -1)).toBeCloseTo(11, 3);
  });

  it('is even from the start on, and never runs over the edges', () => {
    const step = across(usual, 20 * MINUTE) - across(usual, 10 * MINUTE);
    expect(across(usual, 60 * MINUTE) - across(usual, 50 * MINUTE)).toBeCloseTo(step, 9);
    expect(across(usual, 999 * MINUTE)).toBe(100);
    expect(across(usual, -999 * MINUTE)).toBe(0);
  });

  it('has a place for everything where there were no pre-checks and no plan', () => {
    expect(across({ fromMs: 0, toMs: 0 }, 0)).toBeGreaterThan(0);
    expect(across({ fromMs: 0, toMs: 0 }, -5)).toBe(11);
  });
});

describe('the arc of the music', () => {
  const phases = [
    { phase: 'onset', atMs: 0 },
    { phase: 'peak', atMs: 18 * MINUTE },
    { phase: 'return', atMs: 38 * MINUTE },
  ] as const;

  it('is nothing without phases', () => {
    expect(musicArc(usual, [])).toBe('');
    expect(arcTop(usual, [])).toBe(50);
  });

  it('begins where the music does and ends at the edge', () => {
    const path = musicArc(usual, phases);
    expect(path.startsWith(`M ${Math.round(across(usual, 0) * 10) / 10} `)).toBe(true);
    expect(path).toContain('L 100 ');
  });

  it('is highest in the middle of the peak', () => {
    expect(arcTop(usual, phases)).toBeCloseTo(across(usual, 28 * MINUTE), 9);
  });
});

describe('labels of the lights', () => {
  it('stand at their moments, and the last one ends with the line', () => {
    expect(
      labelPlaces([
        { at: 0, width: 4 },
        { at: 50, width: 4 },
        { at: 99, width: 4 },
      ]),
    ).toEqual([0, 50, 96]);
  });

  it('never lie over one another, in whatever order they come: the one further right is left out', () => {
    expect(
      labelPlaces([
        { at: 100, width: 4 },
        { at: 97, width: 4 },
        { at: 20, width: 4 },
        { at: 23.9, width: 4 },
        { at: 24, width: 4 },
      ]),
    ).toEqual([null, 96, 20, null, 24]);
  });
});
