import { describe, expect, it } from 'vitest';
import { musicPhases } from '../../../shared/music/set.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { protocolSchema } from '../../../shared/protocol/schema.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { FakeClock } from '../../helpers/fake-clock.ts';

const protocol = defaultProtocol(0, 'Clinic');
const lengths = [20, 25, 40, 50, 60, 75, 90, 120];

describe('defaultProtocol()', () => {
  it('is a protocol, with ids that are unique', () => {
    expect(protocolSchema.parse(protocol)).toEqual(protocol);
    for (const list of [protocol.cues, protocol.dueReadings, [...protocol.preChecks, ...protocol.recoveryChecks]]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  it('has a reading while the rise peaks, at 30 to 40 minutes', () => {
    const minutes = protocol.dueReadings.filter((due) => due.from === 'start').map((due) => due.offsetMs / MINUTE);
    expect(minutes).toEqual([5, 15, 30, 40]);
  });
});

describe('fitProtocol()', () => {
  it.each(lengths)('at %d minutes is a protocol whose cues keep their order', (minutes) => {
    const fitted = fitProtocol(protocol, minutes * MINUTE);
    expect(protocolSchema.parse(fitted)).toEqual(fitted);
    const moments = fitted.cues
      .filter((cue) => cue.anchor.from !== 'recovery')
      .map((cue) => (cue.anchor.from === 'start' ? 0 : fitted.infusionMs) + cue.anchor.offsetMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.every((moment) => moment >= 0 && moment <= fitted.infusionMs)).toBe(true);
  });

  it.each(lengths)('at %d minutes goes through every phase of the music, and ends', (minutes) => {
    const room = new TestRoom(new FakeClock(), fitProtocol(protocol, minutes * MINUTE)).started();
    room.run(minutes * MINUTE);
    expect(room.bodies('cueFired').flatMap(({ action }) => (action.kind === 'music' ? [action.phase] : []))).toEqual(
      musicPhases.slice(1),
    );
    expect(room.passed()).toEqual([]);
    expect(room.session.phase).toBe('overtime');
  });

  it.each(lengths)('at %d minutes leaves no half hour without a reading', (minutes) => {
    const fitted = fitProtocol(protocol, minutes * MINUTE);
    const moments = fitted.dueReadings.filter((due) => due.from === 'start').map((due) => due.offsetMs);
    const all = [0, ...moments, fitted.infusionMs];
    const widest = Math.max(...all.slice(1).map((moment, index) => moment - (all[index] ?? 0)));
    expect(widest).toBeLessThanOrEqual(25 * MINUTE);
    expect(Math.max(...moments)).toBeLessThanOrEqual(fitted.infusionMs - 5 * MINUTE);
  });
});
