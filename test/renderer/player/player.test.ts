import { describe, expect, it } from 'vitest';
import type { DesiredDeck, DesiredMusic, PlayerReport } from '../../../shared/music/player-state.ts';
import { runPlayer, type RunningPlayer } from '../../../renderer/player/player.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { fakeAudio, type Faults } from './fake-audio.ts';

const MINUTES = 60_000;
const deck = (playId: number, change: Partial<DesiredDeck> = {}): DesiredDeck => ({
  playId,
  trackId: `t${playId}`,
  file: `t${playId}.opus`,
  positionMs: 0,
  durationMs: 8 * MINUTES,
  gain: 0.8,
  fadeMs: 8000,
  ...change,
});
const wish = (generation: number, decks: readonly DesiredDeck[], change: Partial<DesiredMusic> = {}): DesiredMusic => ({
  generation,
  decks: [...decks],
  releaseMs: 8000,
  preload: null,
  rate: 1,
  ...change,
});

function setUp(faults: Faults = {}) {
  const time = fakeTime();
  const reports: PlayerReport[] = [];
  const holder: { player?: RunningPlayer } = {};
  const audio = fakeAudio(
    time,
    () => 8 * MINUTES,
    (event) => holder.player?.heard(event),
    faults,
  );
  const player = runPlayer({ audio, now: time.now, every: time.every, send: (report) => void reports.push(report) });
  holder.player = player;
  const last = (): PlayerReport => reports.at(-1)!;
  return {
    time,
    audio,
    reports,
    player,
    last,
    pass: time.passNow,
    power: () => [...audio.volumes.values()].reduce((sum, v) => sum + v * v, 0),
  };
}

describe('the player', () => {
  it('loads, plays from the beginning and rises to its gain', () => {
    const { player, pass, audio, last } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(120);
    expect(last().decks[0]).toMatchObject({ playId: 1, state: 'playing' });
    expect(audio.log).toContain('play 1 at 0');
    pass(9000);
    expect(audio.volumes.get(1)).toBe(0.8);
  });

  it('runs no fine timer while nothing moves', () => {
    const { player, pass, time, audio } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(20_000);
    const written = audio.written.length;
    // The report's timer and the end of the fake track.
    expect(time.waiting()).toBe(2);
    pass(60_000);
    expect(audio.written.length).toBe(written);
  });

  it('does nothing audible when the same generation comes again, or an older one', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(3, [deck(1)]));
    pass(20_000);
    const [written, log] = [audio.written.length, audio.log.length];
    player.desire(wish(3, [deck(1, { positionMs: 20_000, gain: 0.1 })]));
    player.desire(wish(2, []));
    pass(10_000);
    expect([audio.written.length, audio.log.length]).toEqual([written, log]);
  });

  it('crosses two tracks with their power whole, and unloads the old one', () => {
    const { player, pass, audio, power } = setUp();
    player.desire(wish(1, [deck(1)], { preload: { trackId: 't2', file: 't2.opus' } }));
    pass(60_000);
    expect(audio.prepared()).toBe('t2.opus');
    player.desire(wish(2, [deck(2)]));
    const powers: number[] = [];
    for (let at = 0; at < 8500; at += 25) {
      pass(25);
      powers.push(power());
    }
    expect(Math.min(...powers)).toBeGreaterThan(0.64 * 0.98);
    expect(Math.max(...powers)).toBeLessThan(0.64 * 1.02);
    expect(audio.log).toContain('unload 1');
    expect([...audio.volumes.keys()]).toEqual([2]);
  });

  it('keeps the old track whole until a slow new one is heard', () => {
    const { player, pass, audio } = setUp({ loadMs: (file) => (file === 't2.opus' ? 2000 : 50) });
    player.desire(wish(1, [deck(1)]));
    pass(30_000);
    player.desire(wish(2, [deck(2)]));
    pass(1900);
    expect(audio.volumes.get(1)).toBe(0.8);
    pass(4000);
    expect(audio.volumes.get(1)).toBeLessThan(0.7);
  });

  it('lets the old track go after 3 s even if the new one never comes, and says what failed', () => {
    const { player, pass, audio, last } = setUp({ loadMs: (file) => (file === 't2.opus' ? 60 * MINUTES : 50) });
    player.desire(wish(1, [deck(1)]));
    pass(30_000);
    player.desire(wish(2, [deck(2)]));
    pass(13_000);
    expect(audio.volumes.get(1)).toBeUndefined();
    expect(last().decks).toEqual([expect.objectContaining({ playId: 2, state: 'failed', code: 'loadTimeout' })]);
  });

  it('reports a file that cannot be read as failed, at once', () => {
    const { player, pass, last } = setUp({ fails: () => true });
    player.desire(wish(1, [deck(1)]));
    pass(101);
    expect(last().decks).toEqual([expect.objectContaining({ state: 'failed', code: 'loadFailed', volume: 0 })]);
  });

  it('reports a track that stands still as stalled within five seconds', () => {
    const { player, pass, last } = setUp({ stuck: () => true });
    player.desire(wish(1, [deck(1)]));
    pass(6000);
    expect(last().decks[0]).toMatchObject({ state: 'failed', code: 'stalled' });
  });

  it('is silent two seconds after the emergency, even in the middle of a crossing', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(30_000);
    player.desire(wish(2, [deck(2)]));
    pass(4000);
    player.desire(wish(3, [], { releaseMs: 2000 }));
    pass(2025);
    expect(audio.volumes.size).toBe(0);
    expect(audio.loaded()).toBe(0);
  });

  it('turns back from a fade without a hole: silence taken back half way', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(30_000);
    player.desire(wish(2, [], { releaseMs: 4000 }));
    pass(1000);
    const low = audio.volumes.get(1)!;
    player.desire(wish(3, [deck(1, { positionMs: 31_000, fadeMs: 2000 })]));
    const levels = Array.from({ length: 85 }, () => {
      pass(25);
      return audio.volumes.get(1)!;
    });
    expect(low).toBeLessThan(0.8);
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(low);
    expect(levels.at(-1)).toBe(0.8);
  });

  it('moves the gain of a running track over the wished time, smoothly', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(30_000);
    player.desire(wish(2, [deck(1, { positionMs: 29_900, gain: 0.5, fadeMs: 3000 })]));
    pass(1500);
    expect(audio.volumes.get(1)).toBeGreaterThan(0.5);
    expect(audio.volumes.get(1)).toBeLessThan(0.8);
    pass(1600);
    expect(audio.volumes.get(1)).toBe(0.5);
    expect(audio.log.some((line) => line.startsWith('seek'))).toBe(false);
  });

  it('starts a restored track where the plan has it', () => {
    const { player, pass, audio } = setUp({ loadMs: () => 3000 });
    player.desire(wish(1, [deck(1, { positionMs: 187_000 })]));
    pass(3100);
    expect(audio.log).toContain('play 1 at 190000');
  });

  it('leaves a small drift alone and corrects a large one once, in a dip to silence', () => {
    const { player, pass, audio, last } = setUp();
    player.desire(wish(1, [deck(1)]));
    pass(60_000);
    audio.slip(1, -1500);
    pass(5000);
    expect(audio.log.filter((line) => line.startsWith('seek'))).toEqual([]);
    audio.slip(1, -1000);
    const before = audio.written.length;
    pass(20_000);
    expect(audio.log.filter((line) => line.startsWith('seek'))).toHaveLength(1);
    expect(Math.abs(last().decks[0]!.positionMs - 85_000)).toBeLessThan(100);
    const dip = audio.written.slice(before).map(([, , volume]) => volume);
    expect(Math.min(...dip)).toBe(0);
    expect(dip.at(-1)).toBe(0.8);
  });

  it('follows an accelerated session once per five session minutes', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(1, [deck(1)], { rate: 30 }));
    pass(14_000);
    const seeks = audio.log.filter((line) => line.startsWith('seek'));
    expect(seeks).toHaveLength(1);
    const planned = Number(/to (\d+)/.exec(seeks[0]!)![1]);
    expect(planned).toBeGreaterThan(300_000);
    expect(planned).toBeLessThan(360_000);
  });

  it('never holds more than four tracks, however often next is asked', () => {
    const { player, pass, audio } = setUp();
    let most = 0;
    for (let play = 1; play < 20; play += 1) {
      player.desire(wish(play, [deck(play)]));
      for (let step = 0; step < 20; step += 1) {
        pass(50);
        most = Math.max(most, audio.loaded());
      }
    }
    expect(most).toBeLessThanOrEqual(4);
    pass(20_000);
    expect(audio.loaded()).toBe(1);
  });

  it('reports once a second, and an end at once', () => {
    const { player, pass, reports, last } = setUp();
    player.desire(wish(1, [deck(1, { positionMs: 8 * MINUTES - 5000 })]));
    const before = reports.length;
    pass(4000);
    expect(reports.length - before).toBeGreaterThanOrEqual(4);
    expect(reports.length - before).toBeLessThanOrEqual(6);
    pass(1200);
    expect(last().decks[0]).toMatchObject({ state: 'ended' });
  });

  it('never sets a volume outside 0 to 1', () => {
    const { player, pass, audio } = setUp();
    player.desire(wish(1, [deck(1, { gain: 1 })]));
    pass(9000);
    player.desire(wish(2, [deck(2, { gain: 1 })]));
    pass(3000);
    player.desire(wish(3, [deck(1, { gain: 1 })]));
    pass(9000);
    for (const [, , level] of audio.written) {
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(1);
    }
  });
});
