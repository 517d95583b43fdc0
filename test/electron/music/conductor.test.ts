import { describe, expect, it } from 'vitest';
import type { SessionMusic } from '../../../shared/music/set.ts';
import { bed, hour, trackOf } from './fixtures.ts';
import { fakeRoom, powerOf, stretches, type FakeRoom, type Sample } from './room.ts';

const MINUTE = 60_000;
const started = { type: 'started', plannedMs: 50 * MINUTE } as const;

/** A room in which the infusion has just begun, after five minutes of settling in. */
function infusing(faults: Parameters<typeof fakeRoom>[2] = {}): { room: FakeRoom; before: readonly Sample[] } {
  const room = fakeRoom(hour, 1, faults);
  room.hear(1000);
  room.say({ type: 'settledIn' });
  const before = room.hear(5 * MINUTE);
  room.say(started);
  return { room, before };
}

function loudest(samples: readonly Sample[]): number {
  return Math.sqrt(Math.max(...samples.map(powerOf)));
}

/** Longest stretch of silence, ms. */
function longestSilence(samples: readonly Sample[]): number {
  let longest = 0;
  let since: number | null = null;
  for (const sample of samples) {
    if (powerOf(sample) > 0) since = null;
    else {
      since ??= sample.at;
      longest = Math.max(longest, sample.at - since);
    }
  }
  return longest;
}

describe('a whole session', () => {
  const { room, before } = infusing();
  const during = room.hear(50 * MINUTE);
  const over = room.hear(5 * MINUTE);
  const begun = room.bodies('trackStarted');

  it('begins every track once and says so once, in the order of the phases', () => {
    expect(begun.map(({ trackId }) => trackId)).toEqual([
      'arrive-1',
      'onset-1',
      'onset-2',
      'build-1',
      'build-2',
      'peak-1',
      'peak-2',
      'peak-3',
      'return-1',
      'return-2',
      'bed',
    ]);
    const heard = stretches([...before, ...during, ...over]).map(([file]) => file);
    expect(heard).toEqual(begun.map(({ trackId }) => (trackId === 'bed' ? 'bed.opus' : `set/${trackId}.opus`)));
    expect(begun.every(({ positionMs, why }) => positionMs < 1500 && why === 'plan')).toBe(true);
  });

  it('overlaps them by twelve seconds, all being tones, with the power whole', () => {
    const heard = stretches([...before, ...during, ...over]);
    const overlaps = heard.slice(1).map(([, from], i) => heard[i]![2] - from);
    for (const overlap of overlaps) {
      expect(overlap).toBeGreaterThan(11_600);
      expect(overlap).toBeLessThan(12_400);
    }
    const powers = during.map(powerOf);
    expect(Math.min(...powers) / Math.max(...powers)).toBeGreaterThan(0.97);
  });

  it('never falls silent, and turns with the cues', () => {
    expect(longestSilence(during)).toBe(0);
    const at = (minute: number): string => {
      const sample = during.find((one) => one.at >= (5 + minute) * MINUTE + 11_000)!;
      return sample.tracks.toSorted((a, b) => b.volume - a.volume)[0]!.file;
    };
    expect([0, 8, 18, 38].map(at)).toEqual([
      'set/onset-1.opus',
      'set/build-1.opus',
      'set/peak-1.opus',
      'set/return-1.opus',
    ]);
    expect(over.at(-1)!.tracks.map(({ file }) => file)).toEqual(['bed.opus']);
  });

  it('tells the player only what changes', () => {
    // One wish a track, and one for what comes after it.
    expect(room.sent.length).toBeLessThanOrEqual(2 * begun.length + 6);
    expect(room.sent.map(({ generation }) => generation)).toEqual(room.sent.map((_, i) => i + 1));
  });
});

describe('a file that begins in silence', () => {
  it('is played from its first sound on, and counts as begun there', () => {
    const late = { ...trackOf('late', 'onset', 4 * MINUTE), startsMs: 20_000 };
    const music: SessionMusic = { ...hour, set: { ...hour.set!, tracks: [late, trackOf('b', 'build', 9 * MINUTE)] } };
    const room = fakeRoom(music);
    room.hear(1000);
    room.say({ type: 'settledIn' });
    const heard = room.hear(5 * MINUTE);
    const first = stretches(heard)[0]!;
    expect(first[0]).toBe('set/late.opus');
    const positions = heard.flatMap(({ tracks }) =>
      tracks.filter(({ file, volume }) => file === first[0] && volume > 0),
    );
    expect(positions[0]!.positionMs).toBeGreaterThanOrEqual(20_000);
    expect(positions[0]!.positionMs).toBeLessThan(22_000);
    expect(positions.at(-1)!.positionMs).toBeLessThanOrEqual(20_000 + 4 * MINUTE);
    expect(room.bodies('trackStarted')[0]).toMatchObject({ trackId: 'late', why: 'plan' });
    expect(room.bodies('trackStarted')[0]!.positionMs).toBeLessThan(1500);
    expect(longestSilence(heard.slice(100))).toBe(0);
    expect(room.bodies('trackStarted')[1]!.trackId).toBe('b');
  });
});

describe('what a person asks for', () => {
  it('silence is silence until it is ended, and the track then stands where time has brought it', () => {
    const { room } = infusing();
    room.hear(2 * MINUTE);
    room.say({ type: 'silenced' });
    const fading = room.hear(5000);
    const silent = room.hear(60_000);
    expect(fading.map(powerOf).every((power, i, all) => i === 0 || power <= all[i - 1]!)).toBe(true);
    expect(loudest(silent)).toBe(0);
    room.say({ type: 'soundRestored' });
    const back = room.hear(10_000);
    expect(loudest(back)).toBeGreaterThan(0.5);
    const [track] = back.at(-1)!.tracks;
    expect(track?.file).toBe('set/onset-1.opus');
    expect(Math.abs(track!.positionMs - 195_000)).toBeLessThan(2000);
    expect(room.bodies('trackStarted')).toHaveLength(2);
  });

  it('a long silence over several tracks comes back with the right one, once', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.say({ type: 'silenced' });
    room.hear(12 * MINUTE);
    room.say({ type: 'soundRestored' });
    const back = room.hear(30_000);
    expect(stretches(back).map(([file]) => file)).toEqual(['set/build-1.opus']);
    expect(
      room
        .bodies('trackStarted')
        .slice(2)
        .map(({ trackId }) => trackId),
    ).toEqual(['build-1']);
  });

  it('next brings another track, and pressed three times quickly no crowd and no hole', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    const heard: Sample[] = [];
    for (let press = 0; press < 3; press += 1) {
      room.say({ type: 'nextAsked' });
      heard.push(...room.hear(1500));
    }
    heard.push(...room.hear(20_000));
    expect(Math.sqrt(Math.min(...heard.map(powerOf)))).toBeGreaterThan(0.4);
    expect(heard.at(-1)!.tracks).toHaveLength(1);
    const ids = room.bodies('trackStarted').map(({ trackId }) => trackId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      room
        .bodies('trackStarted')
        .slice(-3)
        .every(({ why }) => why === 'next'),
    ).toBe(true);
  });

  it('every quick press of next counts once: the third track on, and those passed over are not heard again', () => {
    const quick = infusing().room;
    const slow = infusing().room;
    quick.hear(MINUTE);
    slow.hear(MINUTE);
    for (let press = 0; press < 3; press += 1) {
      quick.say({ type: 'nextAsked' });
      quick.hear(200);
      slow.say({ type: 'nextAsked' });
      slow.hear(20_000);
    }
    quick.hear(20_000);
    expect(quick.session().music.track?.trackId).toBe(slow.session().music.track?.trackId);
    expect(quick.session().music.played).toEqual(slow.session().music.played);
  });

  it('speak sinks the music by 20 dB within three seconds, and it comes back over twenty', () => {
    const { room } = infusing();
    const full = loudest(room.hear(MINUTE).slice(-5));
    room.say({ type: 'loweredForVoice' });
    room.hear(2500);
    expect(loudest(room.hear(1000)) / full).toBeCloseTo(0.1, 5);
    room.say({ type: 'raisedAfterVoice' });
    const back = room.hear(25_000).map((sample) => Math.sqrt(powerOf(sample)) / full);
    expect(back.every((level, i) => i === 0 || level >= back[i - 1]!)).toBe(true);
    expect(Math.max(...back.slice(1).map((level, i) => level - back[i]!))).toBeLessThan(0.01);
    expect(back.findIndex((level) => level > 0.999) * 50).toBeGreaterThan(19_000);
    expect(back.at(-1)).toBeCloseTo(1, 5);
  });

  it('a volume set while the music comes back after a voice does not hurry it', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.say({ type: 'loweredForVoice' });
    room.hear(10_000);
    room.say({ type: 'raisedAfterVoice' });
    room.hear(2000);
    room.say({ type: 'volumeSet', level: 1 });
    const early = loudest(room.hear(6000));
    expect(early).toBeLessThan(0.5);
    expect(loudest(room.hear(14_000).slice(-5))).toBeCloseTo(1, 3);
  });

  it('a track that begins under a voice stays low as well', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.say({ type: 'loweredForVoice' });
    room.hear(5000);
    const heard = room.hear(12 * MINUTE);
    expect(stretches(heard).length).toBeGreaterThan(2);
    expect(loudest(heard)).toBeLessThan(0.12);
  });

  it('something else fades over to the other set, at the phase that runs, and says so', () => {
    const other: SessionMusic = {
      set: {
        id: 'other',
        title: 'Other',
        description: '',
        tracks: ['x', 'y', 'z'].map((id) => ({
          ...hour.set!.tracks.find((one) => one.id === 'peak-1')!,
          id,
          file: `other/${id}.opus`,
        })),
      },
      recovery: bed,
    };
    const room = fakeRoom(hour, 1, {}, new Map([['other', other]]));
    room.hear(1000);
    room.say({ type: 'settledIn' });
    room.hear(MINUTE);
    room.say(started);
    room.hear(20 * MINUTE);
    room.say({ type: 'musicChosen', musicHash: 'other', title: 'Other' });
    const heard = room.hear(20_000);
    const powers = heard.map(powerOf);
    expect(Math.min(...powers) / Math.max(...powers)).toBeGreaterThan(0.97);
    expect(stretches(heard).map(([file]) => file)).toEqual([expect.stringMatching(/^set\/peak/), 'other/x.opus']);
    expect(room.bodies('trackStarted').at(-1)).toMatchObject({ trackId: 'x', why: 'chosen' });
    // And goes on from there, through what the set has, to the bed.
    room.hear(40 * MINUTE);
    expect(new Set(room.bodies('trackStarted').map(({ trackId }) => trackId))).toContain('y');
    expect(longestSilence(room.hear(MINUTE))).toBe(0);
  });

  it.each(['quiet', 'ownPhone'] as const)(
    'asked for in the middle, %s fades out over ten seconds and stays, whatever comes; a set chosen then fades in',
    (wish) => {
      const { room } = infusing();
      const full = loudest(room.hear(10 * MINUTE).slice(-5));
      room.say({ type: 'noMusicChosen', wish });
      const fading = room.hear(11_000).map((sample) => Math.sqrt(powerOf(sample)) / full);
      expect(fading.every((level, i) => i === 0 || level <= fading[i - 1]!)).toBe(true);
      expect(Math.max(...fading.slice(1).map((level, i) => fading[i]! - level))).toBeLessThan(0.03);
      expect(fading.findIndex((level) => level === 0) * 50).toBeGreaterThan(9_000);
      // Past every cue of the infusion, a player that crashed, headphones that came back, and an app that was away.
      room.hear(15 * MINUTE);
      room.crash();
      room.hear(MINUTE);
      for (const type of ['outputLost', 'outputReturned'] as const) room.say({ type, label: 'Buds' });
      room.restartApp(20_000);
      expect(loudest(room.hear(30 * MINUTE))).toBe(0);
      const begun = room.bodies('trackStarted').length;
      room.say({ type: 'musicChosen', musicHash: 'm', title: 'An hour' });
      const back = room.hear(20_000).map((sample) => Math.sqrt(powerOf(sample)));
      expect(Math.max(...back.slice(1).map((level, i) => level - back[i]!))).toBeLessThan(0.03);
      expect(back.at(-1)).toBeGreaterThan(0.5);
      expect(room.bodies('trackStarted').slice(begun)).toMatchObject([{ why: 'chosen', phase: 'recovery' }]);
    },
  );

  it('softer is softer, smoothly, and the track plays on', () => {
    const { room } = infusing();
    const full = loudest(room.hear(MINUTE).slice(-5));
    room.say({ type: 'softened' });
    const soft = room.hear(10_000);
    expect(loudest(soft.slice(-5)) / full).toBeCloseTo(0.7, 5);
    expect(stretches(soft)).toHaveLength(1);
  });
});

describe('the end and the emergency', () => {
  it('a stop fades into the bed over 25 s, never to silence', () => {
    const { room } = infusing();
    room.hear(20 * MINUTE);
    room.say({ type: 'pumpStopped', reason: 'patientAsks', early: true, note: null });
    const heard = room.hear(40_000);
    const powers = heard.map(powerOf);
    expect(Math.min(...powers) / Math.max(...powers)).toBeGreaterThan(0.97);
    const [leaving, coming] = stretches(heard);
    expect(coming?.[0]).toBe('bed.opus');
    expect(leaving![2] - coming![1]).toBeGreaterThan(24_500);
    expect(leaving![2] - coming![1]).toBeLessThan(25_500);
  });

  it('a volume set in the middle of the fade into the bed does not cut it short', () => {
    const { room } = infusing();
    room.hear(20 * MINUTE);
    room.say({ type: 'pumpStopped', reason: 'patientAsks', early: true, note: null });
    const before = room.hear(5000);
    room.say({ type: 'volumeSet', level: 0.9 });
    const [leaving, coming] = stretches([...before, ...room.hear(40_000)]);
    expect(leaving![2] - coming![1]).toBeGreaterThan(24_500);
  });

  it('speak in the middle of the fade into the bed is low within three seconds all the same', () => {
    const { room } = infusing();
    room.hear(20 * MINUTE);
    room.say({ type: 'pumpStopped', reason: 'patientAsks', early: true, note: null });
    room.hear(5000);
    room.say({ type: 'loweredForVoice' });
    room.hear(2500);
    expect(loudest(room.hear(20_000))).toBeLessThan(0.11);
  });

  it('the emergency is silent in two seconds and stays silent', () => {
    const { room } = infusing();
    room.hear(8 * MINUTE + 3000);
    room.say({ type: 'emergencyBegun' });
    const heard = room.hear(2100);
    expect(powerOf(heard.at(-1)!)).toBe(0);
    expect(heard.map(powerOf).every((power, i, all) => i === 0 || power <= all[i - 1]!)).toBe(true);
    room.say({ type: 'emergencyEnded' });
    expect(loudest(room.hear(10 * MINUTE))).toBe(0);
  });

  it('is hushed before the emergency is on disk, and stays so while it cannot be written', () => {
    const { room } = infusing();
    room.hear(3 * MINUTE);
    room.conductor.hush();
    expect(powerOf(room.hear(2100).at(-1)!)).toBe(0);
    room.conductor.follow({ session: room.session(), protocol: room.protocol, music: hour });
    expect(loudest(room.hear(20_000))).toBe(0);
    room.say({ type: 'emergencyBegun' });
    room.say({ type: 'emergencyEnded' });
    room.say({ type: 'soundRestored' });
    expect(loudest(room.hear(10_000))).toBeGreaterThan(0.5);
  });

  it('hurries where a slower fade into silence was under way', () => {
    const { room } = infusing();
    room.hear(3 * MINUTE);
    room.say({ type: 'silenced' });
    room.hear(500);
    room.say({ type: 'emergencyBegun' });
    expect(powerOf(room.hear(2100).at(-1)!)).toBe(0);
  });

  it('the bed loops: it begins again as a new play, crossing with itself', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.say({ type: 'pumpStopped', reason: 'complete', early: false, note: null });
    const heard = room.hear(45 * MINUTE);
    expect(room.bodies('trackStarted').filter(({ trackId }) => trackId === 'bed')).toHaveLength(2);
    expect(longestSilence(heard)).toBe(0);
    expect(heard.some(({ tracks }) => tracks.length === 2 && tracks.every(({ file }) => file === bed.file))).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('a file that cannot be read is passed over within a second, and said', () => {
    const { room } = infusing({ fails: (file) => file === 'set/build-1.opus' });
    const heard = room.hear(10 * MINUTE);
    expect(room.bodies('trackFailed')).toEqual([
      { type: 'trackFailed', trackId: 'build-1', code: 'loadFailed', title: 'Track build-1' },
    ]);
    expect(
      room
        .bodies('trackStarted')
        .map(({ trackId }) => trackId)
        .at(-1),
    ).toBe('build-2');
    expect(longestSilence(heard)).toBe(0);
  });

  it('a track that stands still is left for the next one within ten seconds', () => {
    const { room } = infusing({ stuck: (file) => file === 'set/build-1.opus' });
    room.hear(8 * MINUTE + 10_000);
    expect(room.bodies('trackFailed')).toEqual([
      { type: 'trackFailed', trackId: 'build-1', code: 'stalled', title: 'Track build-1' },
    ]);
    const [track] = room
      .hear(1000)
      .at(-1)!
      .tracks.toSorted((a, b) => b.volume - a.volume);
    expect(track?.file).toBe('set/build-2.opus');
  });

  it('with no file that can be read there is silence, each failure said once', () => {
    const { room } = infusing({ fails: () => true });
    const heard = room.hear(3 * MINUTE);
    expect(loudest(heard)).toBe(0);
    const ids = room.bodies('trackFailed').map(({ trackId }) => trackId);
    expect(ids.toSorted()).toEqual([...hour.set!.tracks.map(({ id }) => id), 'bed'].toSorted());
  });

  it('a crash of the player is a gap of under two seconds, at the right position', () => {
    const { room } = infusing();
    room.hear(3 * MINUTE);
    room.crash();
    const heard = room.hear(5000);
    const audible = heard.findIndex((sample) => Math.sqrt(powerOf(sample)) > 0.3);
    expect(audible * 50).toBeLessThan(2000);
    const [track] = heard.at(-1)!.tracks;
    expect(track?.file).toBe('set/onset-1.opus');
    expect(Math.abs(track!.positionMs - (3 * MINUTE + 5000))).toBeLessThan(1500);
    expect(room.bodies('playerLost')).toHaveLength(1);
    expect(room.bodies('playerBack')).toHaveLength(1);
    expect(room.bodies('trackStarted')).toHaveLength(2);
  });

  it('a computer that sleeps falls silent before, and is back after it within two seconds, rising, where the track stands by then', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    const going = room.sleep(40_000, true);
    expect(powerOf(going.at(-1)!)).toBe(0);
    const back = room.hear(5000);
    const levels = back.map((sample) => Math.sqrt(powerOf(sample)));
    expect(levels.findIndex((level) => level > 0) * 50).toBeLessThan(1000);
    expect(levels.findIndex((level) => level > 0.15) * 50).toBeLessThan(2500);
    expect(levels.every((level, i) => i === 0 || level >= levels[i - 1]!)).toBe(true);
    expect(levels.at(-1)).toBeCloseTo(0.6, 5);
    const [track] = back.at(-1)!.tracks;
    expect(Math.abs(track!.positionMs - (MINUTE + 600 + 40_000 + 5000))).toBeLessThan(500);
    expect(room.bodies('slept')).toHaveLength(1);
    expect(room.bodies('trackStarted')).toHaveLength(2);
  });

  it('a computer that slept without a word is where it should be within three seconds, by way of silence', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.sleep(40_000, false);
    const back = room.hear(3000);
    const [track] = back.at(-1)!.tracks;
    expect(Math.abs(track!.positionMs - (MINUTE + 40_000 + 3000))).toBeLessThan(500);
    expect(Math.min(...back.map(powerOf))).toBeLessThan(1e-9);
    expect(powerOf(back.at(-1)!)).toBeCloseTo(0.36, 2);
  });

  it('a computer that said it would sleep, and stays awake, plays on after ten seconds', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.conductor.asleep();
    expect(loudest(room.hear(9000).slice(20))).toBe(0);
    expect(loudest(room.hear(10_000))).toBeGreaterThan(0.5);
  });

  it('an emergency or a silence during sleep stays silent after it', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.say({ type: 'silenced' });
    room.hear(5000);
    room.sleep(40_000, true);
    expect(loudest(room.hear(20_000))).toBe(0);
  });

  it('a long sleep waits for the press', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.sleep(6 * MINUTE, true);
    expect(loudest(room.hear(20_000))).toBe(0);
    room.say({ type: 'wentOn' });
    expect(loudest(room.hear(10_000))).toBeGreaterThan(0.5);
  });

  it('a player that answers no more is loaded anew after three seconds', () => {
    const { room } = infusing();
    room.hear(MINUTE);
    room.mute(true);
    room.hear(1900);
    expect(room.reloads()).toBe(0);
    room.hear(1600);
    expect(room.reloads()).toBe(1);
    room.mute(false);
    const heard = room.hear(5000);
    expect(loudest(heard.slice(-5))).toBeGreaterThan(0.5);
    expect(room.conductor.status()).toBe('ready');
    expect([room.bodies('playerLost').length, room.bodies('playerBack').length]).toEqual([1, 1]);
  });

  it('killed at 31:07 the app comes back with the same track where it would stand', () => {
    const { room } = infusing();
    room.hear(31 * MINUTE + 7000);
    const before = room.bodies('trackStarted').at(-1)!;
    const position = room.hear(50)[0]!.tracks[0]!.positionMs;
    room.restartApp(4000);
    const heard = room.hear(10_000);
    const [track] = heard.at(-1)!.tracks;
    expect(track?.file).toBe(`set/${before.trackId}.opus`);
    expect(Math.abs(track!.positionMs - (position + 14_000))).toBeLessThan(1500);
    expect(room.bodies('trackStarted').at(-1)).toBe(before);
    expect(longestSilence(heard)).toBeLessThan(1500);
  });
});

describe('an accelerated practice', () => {
  it('goes through all phases at two minutes a second, position following every five minutes', () => {
    const room = fakeRoom(hour, 120);
    room.say({ type: 'settledIn' });
    room.hear(2500);
    room.say(started);
    const heard = room.hear(25_000);
    const ids = room.bodies('trackStarted').map(({ trackId }) => trackId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('return-2');
    expect(room.bodies('playerLost')).toEqual([]);
    expect(room.bodies('trackFailed')).toEqual([]);
    expect(longestSilence(heard)).toBeLessThan(300);
  });
});

describe('a set of one track', () => {
  it('goes round rather than fall silent', () => {
    const room = fakeRoom({
      set: { id: 'one', title: 'One', description: '', tracks: [trackOf('only', 'onset', 3 * MINUTE)] },
      recovery: bed,
    });
    room.say({ type: 'settledIn' });
    const heard = room.hear(10 * MINUTE);
    expect(longestSilence(heard)).toBeLessThan(1000);
    expect(room.bodies('trackStarted').every(({ trackId }) => trackId === 'only')).toBe(true);
  });
});
