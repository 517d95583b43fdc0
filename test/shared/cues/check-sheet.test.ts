import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSheet, GENTLE_MS, maySave, type SheetIssue } from '../../../shared/cues/check-sheet.ts';
import type { Cue } from '../../../shared/cues/cue.ts';
import { forecastMinutes } from '../../../shared/cues/edit-sheet.ts';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { anySheet } from '../../helpers/sheet-arbitrary.ts';

const defaults = defaultProtocol(0, 'Clinic');
const { infusionMs, recoveryMs } = defaults;
const said = (cues: readonly Cue[]): string[] => codes(checkSheet({ cues, infusionMs, recoveryMs }));
const codes = (issues: readonly SheetIssue[]) => issues.map(({ code, cueId }) => `${code} ${cueId ?? '-'}`);

const light = (id: string, from: Cue['anchor']['from'], minutes: number, to: number | Scene, fadeMs = MINUTE): Cue => ({
  id,
  anchor: { from, offsetMs: minutes * MINUTE },
  action: { kind: 'scene', scene: typeof to === 'number' ? roomScene(to, 2200) : to, fadeMs },
});
const dim = light('dim', 'start', 0, 0.1);
const back = light('back', 'zero', -5, 0.25);
const up = light('up', 'recovery', 0, 0.4);

describe('a sheet', () => {
  it.each(forecastMinutes)('as it comes with the app is fine at %d minutes', (minutes) => {
    expect(checkSheet(fitProtocol(defaults, minutes * MINUTE))).toEqual([]);
  });

  it('of three gentle lights is fine', () => {
    expect(said([dim, back, up])).toEqual([]);
  });

  it('with two lights of one moment and anchor is refused, one remark for both', () => {
    expect(said([dim, light('twin', 'start', 0, 0.2), back, up])).toContain('together twin');
    expect(said([dim, light('twin', 'start', 0, 0.2), back, up]).filter((one) => one.startsWith('neverComes'))).toEqual(
      [],
    );
  });

  it('takes a light at zero and one at the pump’s stop: the stop is a press', () => {
    expect(said([dim, back, light('zero', 'zero', 0, 0.3), up])).toEqual([]);
  });

  it('says which fade the next light cuts short', () => {
    expect(said([light('dim', 'start', 0, 0.1, 3 * MINUTE), light('more', 'start', 2, 0.05), back, up])).toEqual([
      'cutShort dim',
    ]);
  });

  it('asks about a light that jumps for the patient, and not about the nurse’s task light', () => {
    const at = (fadeMs: number) => said([dim, light('more', 'start', 10, 0.05, fadeMs), back, up]);
    expect(at(GENTLE_MS - 1)).toEqual(['jump more']);
    expect(at(GENTLE_MS)).toEqual([]);
    const task: Scene = { zones: [...roomScene(0.1, 2200).zones, { zone: 'task', level: 0.6, kelvin: null }] };
    expect(said([dim, light('task', 'start', 10, task, 0), back, up])).toEqual([]);
    const bed: Scene = { zones: [...roomScene(0.1, 2200).zones, { zone: 'patient', level: 0.6, kelvin: null }] };
    expect(said([dim, light('bed', 'start', 10, bed, 0), back, up])).toContain('jump bed');
  });

  it('asks about a return that comes early, and about none at all', () => {
    expect(said([dim, light('early', 'zero', -20, 0.25), up])).toEqual(['earlyReturn early']);
    expect(said([dim, up])).toEqual(['noReturn -']);
  });

  it('asks where it is dark for who gets up or leaves, and refuses where there is next to no light', () => {
    expect(said([dim, back, light('up', 'recovery', 0, 0.2)])).toEqual(['darkLeaving up']);
    expect(said([dim, light('back', 'zero', -5, 0.12), light('up', 'recovery', 20, 0.4)])).toContain(
      'darkRecovery back',
    );
    const dark = checkSheet({ cues: [dim, back, light('up', 'recovery', 0, 0.02)], infusionMs, recoveryMs });
    expect(dark[0]).toEqual({ kind: 'refusal', code: 'darkAtEnd', cueId: 'up' });
    expect(maySave(dark)).toBe(false);
  });

  it('refuses what no session could hold', () => {
    expect(said([light('dim', 'start', -1, 0.1), back, up])).toContain('outside dim');
    expect(said([dim, back, light('up', 'recovery', 61, 0.4)])).toContain('outside up');
    expect(said([dim, { ...back, id: 'dim' }, up])).toContain('sameId dim');
    const task: Scene = { zones: [{ zone: 'task', level: 0.6, kelvin: null }] };
    expect(said([dim, light('task', 'start', 10, task), back, up])).toContain('noRoom task');
  });

  it('tells of a light that nothing carries out: overtaken by the return', () => {
    expect(said([dim, back, light('late', 'start', 48, 0.02), up])).toEqual(['neverComes late']);
  });
});

describe('whatever the sheet', () => {
  it('is looked at without an error, and the same way in any order', () => {
    fc.assert(
      fc.property(anySheet(20 * MINUTE), (cues) => {
        const sheet = { infusionMs: 20 * MINUTE, recoveryMs: 60 * MINUTE };
        const issues = checkSheet({ ...sheet, cues });
        const ids = new Set(cues.map(({ id }) => id));
        for (const { cueId } of issues) if (cueId !== null) expect(ids.has(cueId)).toBe(true);
        if (maySave(issues))
          expect(codes(checkSheet({ ...sheet, cues: cues.toReversed() })).toSorted()).toEqual(codes(issues).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
