import { describe, expect, it } from 'vitest';
import { changeWords } from '../../../renderer/cues/cue-words.ts';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import type { Cue } from '../../../shared/cues/cue.ts';
import { diffCues } from '../../../shared/cues/diff-cues.ts';

const MINUTE = 60_000;
const { t } = startCatalogue();
const light = (level: number, more: Partial<Cue> = {}, kelvin = 2200): Cue => ({
  id: 'peak',
  anchor: { from: 'start', offsetMs: 18 * MINUTE },
  action: { kind: 'scene', scene: { zones: [{ zone: 'room', level, kelvin }] }, fadeMs: 2 * MINUTE },
  ...more,
});
const said = (before: readonly Cue[], after: readonly Cue[]): readonly string[] =>
  diffCues(before, after).map((change) => changeWords(t, change));

describe('what differs between two cue sheets', () => {
  it('is said in sentences: earlier or later by how much, and what the light does', () => {
    const sooner = light(0.07, { anchor: { from: 'start', offsetMs: 2 * MINUTE } });
    expect(said([light(0.05)], [sooner])).toEqual([
      'Light 5 %, 18:00 after the start. It comes 16:00 min earlier, 2:00 after the start. The room light goes to 7 % instead of 5 %.',
    ]);
    const nearer = light(0.05, { anchor: { from: 'zero', offsetMs: -5 * MINUTE } });
    expect(said([light(0.05)], [nearer])).toEqual([
      'Light 5 %, 18:00 after the start. It comes 5:00 before zero, not 18:00 after the start any more.',
    ]);
  });

  it('names the colour only where it changed, and how long the change takes', () => {
    const slower = light(0.05, {}, 2700);
    if (slower.action.kind !== 'scene') throw new Error('a light');
    const after: Cue = { ...slower, action: { ...slower.action, fadeMs: 3 * MINUTE } };
    expect(said([light(0.05)], [after])).toEqual([
      'Light 5 %, 18:00 after the start. The room light goes to 5 % at 2700 K instead of 5 % at 2200 K. The light takes 3:00 min to get there instead of 2:00 min.',
    ]);
  });

  it('says what is new, what is gone and what became something else', () => {
    const music: Cue = { ...light(0), action: { kind: 'music', phase: 'peak' } };
    expect(said([], [light(0.05)])).toEqual(['New: Light 5 %, 18:00 after the start.']);
    expect(said([light(0.05)], [])).toEqual(['Not on the sheet any more: Light 5 %, 18:00 after the start.']);
    expect(said([light(0.05)], [music])[0]).toMatch(
      /^Light 5 %, 18:00 after the start\. It is something else now: Music: /,
    );
  });
});
