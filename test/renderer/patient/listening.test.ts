import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createListening, GIVE_WAY_MS, type Listening } from '../../../renderer/patient/listening.ts';
import { runPlayer, type RunningPlayer } from '../../../renderer/player/player.ts';
import { PREVIEW_MS, previewOf } from '../../../shared/music/preview.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { track } from '../../helpers/music-builder.ts';
import { fakeAudio, type Faults } from '../player/fake-audio.ts';

const setOf = (name: string) => ({
  tracks: [track(`${name}1`, 'arrive', 1), track(`${name}2`, 'peak', 5), track(`${name}3`, 'return', 2)],
});
const shore = previewOf(setOf('shore'));
const harbour = previewOf(setOf('harbour'));

/** The real player on a made-up sound side, and every moment at which two tracks were heard together. */
function setUp(faults: Faults = {}) {
  const time = fakeTime();
  const holder: { player?: RunningPlayer; listening?: Listening } = {};
  const audio = fakeAudio(
    time,
    () => 240_000,
    (event) => holder.player?.heard(event),
    faults,
  );
  const player = runPlayer({
    ...{ audio, now: time.now, every: time.every },
    send: (report) => holder.listening?.hear(report),
  });
  holder.player = player;
  const listening = createListening({ desire: player.desire, now: time.now, after: time.after });
  holder.listening = listening;
  listening.setLevel(0.5);
  const together: number[] = [];
  const loudness = (): number => [...audio.volumes.values()].reduce((all, one) => all + one, 0);
  const pass = (ms: number): void => {
    for (let done = 0; done < ms; done += 20) {
      time.passNow(Math.min(20, ms - done));
      if ([...audio.volumes.values()].filter((volume) => volume > 0).length > 1) together.push(time.now());
    }
  };
  return { time, audio, listening, together, loudness, pass };
}

describe('a preview', () => {
  it('passes through its three stretches, each from silence to silence, and ends by itself', () => {
    const { listening, audio, pass, loudness, together } = setUp();
    listening.play('shore', shore);
    const files: (string | null)[] = [];
    const silences: number[] = [];
    for (let at = 0; at < PREVIEW_MS + 4_000; at += 100) {
      pass(100);
      const [playId] = [...audio.volumes.keys()];
      const file = playId === undefined ? null : audio.fileOf(playId);
      if (file !== null && file !== files.at(-1)) files.push(file);
      if (loudness() === 0 && files.length > silences.length) silences.push(at);
    }
    expect(files).toEqual(shore.map(({ file }) => file));
    expect(silences).toHaveLength(3);
    expect(together).toEqual([]);
    expect(listening.get()).toEqual({ key: null, silent: false });
  });

  it('is as loud as the volume found right, levelled', () => {
    const { listening, pass, loudness } = setUp();
    listening.play('shore', shore);
    pass(6_000);
    expect(loudness()).toBeCloseTo(0.5 * shore[0]!.gain, 5);
    listening.setLevel(0.25);
    pass(1_000);
    expect(loudness()).toBeCloseTo(0.25 * shore[0]!.gain, 5);
  });

  it('gives way: another card is loaded only when the first is silent', () => {
    const { listening, audio, pass, loudness } = setUp();
    listening.play('shore', shore);
    pass(8_000);
    const before = loudness();
    listening.play('harbour', harbour);
    expect(listening.get().key).toBe('harbour');
    pass(GIVE_WAY_MS / 2);
    expect(loudness()).toBeGreaterThan(0);
    expect(loudness()).toBeLessThan(before);
    expect(audio.log.some((line) => line.includes('load') && line.includes('harbour'))).toBe(false);
    pass(GIVE_WAY_MS);
    expect(audio.log.some((line) => line.includes('load') && line.includes('harbour'))).toBe(true);
  });

  it('goes on with what can be heard where a file is gone, and says so only where none can', () => {
    const one = setUp({ fails: (file) => file.includes('shore1') });
    one.listening.play('shore', shore);
    one.pass(10_000);
    expect(one.loudness()).toBeGreaterThan(0);
    expect(one.listening.get()).toEqual({ key: 'shore', silent: false });

    const none = setUp({ fails: () => true });
    none.listening.play('shore', shore);
    none.pass(10_000);
    expect(none.listening.get()).toEqual({ key: null, silent: true });
  });
});

describe('headphones that are gone', () => {
  it('are said while something is listened to, and no more once they are back', () => {
    const { listening, pass } = setUp();
    listening.setMissed(true);
    expect(listening.get().silent).toBe(false);
    listening.play('shore', shore);
    pass(1_000);
    expect(listening.get()).toEqual({ key: 'shore', silent: true });
    listening.setMissed(false);
    expect(listening.get()).toEqual({ key: 'shore', silent: false });
  });
});

describe('any presses at any moments', () => {
  it('never let two be heard at once, and end in what was pressed last', () => {
    const press = fc.record({
      what: fc.constantFrom('shore', 'harbour', 'stop', 'softer', 'louder'),
      after: fc.integer({ min: 0, max: 9_000 }),
    });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 10 }), (presses) => {
        const { listening, pass, together, loudness, audio } = setUp();
        let last: string | null = null;
        for (const { what, after } of presses) {
          if (what === 'stop') listening.stop();
          else if (what === 'softer') listening.setLevel(0.2);
          else if (what === 'louder') listening.setLevel(0.8);
          else listening.play(what, what === 'shore' ? shore : harbour);
          if (!['softer', 'louder'].includes(what)) last = what === 'stop' ? null : what;
          pass(after);
          expect(audio.loaded()).toBeLessThanOrEqual(1);
        }
        expect(together).toEqual([]);
        if (last === null) {
          pass(GIVE_WAY_MS + 200);
          expect(loudness()).toBe(0);
        }
        pass(PREVIEW_MS * 2);
        expect(loudness()).toBe(0);
        expect(listening.get().key).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
