import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTrack } from '../../../shared/music/choose.ts';
import { crossfadeGains, levelGain } from '../../../shared/music/gain.ts';
import { desiredMusic, musicPlan, trackPosition } from '../../../shared/music/plan.ts';
import { desiredMusicSchema } from '../../../shared/music/player-state.ts';
import { musicPhases, type SessionMusic } from '../../../shared/music/set.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { bed, conducted, shoreline, track } from '../../helpers/music-builder.ts';
import { observe } from '../../helpers/observed.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

function play(room: TestRoom, ms: number): TestRoom {
  for (let left = ms; left > 0; left -= 1000) {
    room.run(1000);
    observe(room);
  }
  return room;
}

const currentId = (room: TestRoom): string | null =>
  musicPlan(conducted(room), room.clock.now()).current?.track.id ?? null;

describe('a whole hour of music', () => {
  const room = new TestRoom().prepared();
  observe(room);
  play(room, 3 * MINUTE)
    .do({ type: 'start', agoMs: 0 })
    .tick();
  play(room, 50 * MINUTE);

  it('goes through the phases at their moments and repeats nothing', () => {
    const { played } = room.session.music;
    expect(played[0]).toBe('a1');
    expect(played[1]).toBe('o1');
    expect(played.at(-1)).toBe('bed');
    expect(new Set(played).size).toBe(played.length);
    const starts = room.events.filter((event) => event.body.type === 'trackStarted');
    const minuteOf = (id: string) =>
      starts.find((event) => event.body.type === 'trackStarted' && event.body.trackId === id)?.sessionMs;
    expect(minuteOf('b1')).toBe(2 * (4 * MINUTE - 12_000));
    // Each phase is begun by the track that ends near its time: a minute late the peak, on time the return, 36 s early the bed.
    expect(minuteOf('p1')).toBe(5 * (4 * MINUTE - 12_000));
    expect(minuteOf('r1')).toBe(10 * (4 * MINUTE - 12_000));
    expect(minuteOf('bed')).toBe(13 * (4 * MINUTE - 12_000));
  });

  it('goes on into the bed, which begins again before it ends', () => {
    play(room, 39 * MINUTE);
    expect(musicPlan(conducted(room), room.clock.now()).next).toMatchObject({ track: { id: 'bed' } });
    play(room, MINUTE);
    expect(room.session.music.played.slice(-2)).toEqual(['bed', 'bed']);
    expect(trackPosition(conducted(room), room.clock.now())).toBeLessThan(MINUTE);
  });
});

describe('where a track stands', () => {
  it('follows the clock through sleep and restart, with nothing saved', () => {
    const room = new TestRoom().prepared();
    observe(room);
    room.run(MINUTE);
    room.clock.advance(3000);
    room.comeBack();
    expect(trackPosition(conducted(room), room.clock.now())).toBe(MINUTE + 3000);
    room.clock.sleep(20_000);
    room.tick();
    expect(trackPosition(conducted(room), room.clock.now())).toBe(MINUTE + 23_000);
  });

  it('is never behind the end: what ran out in a long gap begins anew after the press', () => {
    const room = new TestRoom().prepared();
    observe(room);
    room.clock.advance(7 * MINUTE);
    room.comeBack();
    expect(currentId(room)).toBeNull();
    room.run(20_000).do({ type: 'goOn' });
    expect(currentId(room)).not.toBe('a1');
    expect(trackPosition(conducted(room), room.clock.now())).toBe(0);
  });

  it('asked twice says the same, before the player has answered as well', () => {
    const room = new TestRoom().started();
    room.clock.advance(400);
    const now = room.clock.now();
    expect(musicPlan(conducted(room), now)).toEqual(musicPlan(conducted(room), now));
    expect(trackPosition(conducted(room), now)).toBe(400);
  });
});

describe('one press each', () => {
  it('softer is 30 % lower and comes back', () => {
    const room = new TestRoom().prepared().do({ type: 'setVolume', level: 0.5 });
    observe(room);
    expect(musicPlan(conducted(room), room.clock.now()).current?.gain).toBeCloseTo(0.5, 10);
    room.do({ type: 'soften' });
    expect(musicPlan(conducted(room), room.clock.now()).current?.gain).toBeCloseTo(0.35, 10);
    room.do({ type: 'softenBack' });
    expect(musicPlan(conducted(room), room.clock.now()).current?.gain).toBeCloseTo(0.5, 10);
  });

  it('next is another, gentle one, faded over', () => {
    const room = play(new TestRoom().started(), 20 * MINUTE);
    expect(room.session.music.track?.phase).toBe('peak');
    const { played } = room.session.music;
    room.do({ type: 'nextTrack' });
    const plan = musicPlan(conducted(room), room.clock.now());
    expect(played).not.toContain(plan.current?.track.id);
    expect(plan.current?.track.intensity).toBeLessThanOrEqual(5);
    expect(plan.fadeMs).toBe(12_000);
  });

  it('every press of next is one track on, however quickly the presses follow each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 45 * 60 }),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 }),
        (seconds, pauses) => {
          const rooms = [new TestRoom().started(), new TestRoom().started()] as const;
          for (const room of rooms) play(room, seconds * 1000);
          const [quick, slow] = rooms;
          for (const ms of pauses) {
            quick.do({ type: 'nextTrack' });
            quick.clock.advance(ms);
            slow.do({ type: 'nextTrack' });
            observe(slow);
            slow.clock.advance(ms);
          }
          observe(quick);
          expect(quick.session.music.track?.trackId).toBe(slow.session.music.track?.trackId);
          expect(quick.session.music.played).toEqual(slow.session.music.played);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('next, pressed as one track follows another by itself, asks the one away that follows', () => {
    const room = new TestRoom().started();
    observe(room);
    const { track: first } = room.session.music;
    const running = shoreline.set?.tracks.find(({ id }) => id === first?.trackId);
    room.clock.advance(running!.durationMs - 8000);
    const followed = currentId(room);
    expect(followed).not.toBe(first?.trackId);
    room.do({ type: 'nextTrack' });
    expect(currentId(room)).not.toBe(followed);
    expect(currentId(room)).not.toBe(first?.trackId);
  });

  it('two presses on both sides of the moment at which a track runs out are two tracks on', () => {
    const [quick, slow] = [new TestRoom().started(), new TestRoom().started()];
    for (const room of [quick, slow]) {
      observe(room);
      const running = shoreline.set?.tracks.find(({ id }) => id === room.session.music.track?.trackId);
      room.clock.advance(running!.durationMs - 8000 - 300);
      room.do({ type: 'nextTrack' });
      if (room === slow) observe(room);
      room.clock.advance(600);
      room.do({ type: 'nextTrack' });
      observe(room);
    }
    expect(quick.session.music.played).toEqual(slow.session.music.played);
  });

  it('a phase that turns before the asked-for track is heard does not take the asking back', () => {
    const room = play(new TestRoom().started(), 37 * MINUTE + 50_000);
    const heardNow = room.session.music.track;
    expect([heardNow?.phase, room.session.music.phase]).toEqual(['peak', 'peak']);
    room.do({ type: 'chooseMusic', musicHash: 'same tracks', title: 'Again' });
    room.run(20_000);
    expect(room.session.music.phase).toBe('return');
    expect(room.session.music.turn?.why).toBe('chosen');
    expect(currentId(room)).not.toBe(heardNow?.trackId);
  });

  it('another set begins with its next track at the phase that runs, crossed over; in recovery too', () => {
    const woods: SessionMusic = {
      set: { id: 'woods', title: 'Woods', description: '', tracks: [track('w1', 'arrive', 1), track('w2', 'peak', 4)] },
      recovery: bed,
    };
    const choose = (room: TestRoom) => {
      room.do({ type: 'chooseMusic', musicHash: 'woods', title: 'Woods' });
      return desiredMusic(conducted(room, woods), room.clock.now(), 1);
    };
    const peak = choose(play(new TestRoom().started(), 20 * MINUTE));
    expect(peak).toMatchObject({ decks: [{ trackId: 'w2', positionMs: 0, fadeMs: 8000 }], releaseMs: 8000 });
    const recovering = play(new TestRoom().recovering(), MINUTE);
    expect(recovering.session.music.track?.trackId).toBe('bed');
    expect(choose(recovering).decks[0]?.trackId).toBe('w2');
  });

  it('a track that its set does not have any more is followed, never silence', () => {
    const room = play(new TestRoom().started(), MINUTE);
    const other: SessionMusic = {
      ...shoreline,
      set: { id: 's', title: 's', description: '', tracks: [track('w', 'onset', 2)] },
    };
    expect(musicPlan(conducted(room, other), room.clock.now()).current?.track.id).toBe('w');
  });

  it('silence fades out in 4 s, and the sound comes back where the track stands', () => {
    const room = new TestRoom().prepared();
    observe(room);
    room.run(10_000).do({ type: 'silence' });
    expect(desiredMusic(conducted(room), room.clock.now(), 1)).toMatchObject({ decks: [], releaseMs: 4000 });
    room.run(30_000).do({ type: 'restoreSound' });
    expect(trackPosition(conducted(room), room.clock.now())).toBe(40_000);
  });

  it('a phase that changed in silence begins its track when the sound comes back', () => {
    const room = play(new TestRoom().started(), 7 * MINUTE);
    room
      .do({ type: 'silence' })
      .run(12 * MINUTE)
      .do({ type: 'restoreSound' });
    const { current } = musicPlan(conducted(room), room.clock.now());
    expect(current).toMatchObject({ track: { phase: 'peak' }, positionMs: 0 });
  });

  it('an emergency fades out in 2 s and stays silent afterwards', () => {
    const room = new TestRoom().started();
    observe(room);
    room.do({ type: 'beginEmergency' });
    expect(desiredMusic(conducted(room), room.clock.now(), 1)).toMatchObject({ decks: [], releaseMs: 2000 });
    room.do({ type: 'endEmergency' }).run(MINUTE);
    expect(currentId(room)).toBeNull();
  });

  it('an early stop leads into the bed over 25 s', () => {
    const room = play(new TestRoom().started(), MINUTE);
    room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 });
    expect(desiredMusic(conducted(room), room.clock.now(), 1)).toMatchObject({
      decks: [{ trackId: 'bed', fadeMs: 25_000 }],
      releaseMs: 25_000,
    });
  });

  it('begins softly over 10 s', () => {
    const room = new TestRoom().prepared();
    const desired = desiredMusic(conducted(room), room.clock.now(), 1);
    expect(desiredMusicSchema.parse(desired)).toEqual(desired);
    expect(desired.decks[0]).toMatchObject({ trackId: 'a1', positionMs: 0, fadeMs: 10_000 });
  });
});

describe('chooseTrack()', () => {
  const ids = (shoreline.set?.tracks ?? []).map(({ id }) => id);

  it('repeats nothing while anything is unplayed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...musicPhases.slice(0, 5)), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        (phases, gentle) => {
          const played: string[] = [];
          for (const phase of phases) {
            const chosen = chooseTrack(
              { played, failed: [], currentId: played.at(-1) ?? null, gentle },
              shoreline,
              phase,
            );
            if (played.length < ids.length) expect(played).not.toContain(chosen?.id);
            expect(chosen?.id).not.toBe(played.at(-1));
            played.push(chosen?.id ?? '');
          }
        },
      ),
    );
  });

  it('after all have been played takes the one played longest ago', () => {
    const heard = { played: ids, failed: [], currentId: ids.at(-1) ?? null, gentle: false };
    expect(chooseTrack(heard, shoreline, 'peak')?.id).toBe(ids[0]);
  });

  it('borrows from what has passed before what is to come', () => {
    const heard = { played: ['b1', 'b2', 'b3'], failed: [], currentId: 'b3', gentle: false };
    expect(chooseTrack(heard, shoreline, 'build')?.id).toBe('o1');
  });

  it('never takes a track that failed, and the bed when all did', () => {
    expect(chooseTrack({ played: [], failed: ['o1'], currentId: null, gentle: false }, shoreline, 'onset')?.id).toBe(
      'o2',
    );
    expect(chooseTrack({ played: [], failed: ids, currentId: null, gentle: false }, shoreline, 'onset')?.id).toBe(
      'bed',
    );
    expect(
      chooseTrack({ played: [], failed: [...ids, 'bed'], currentId: null, gentle: false }, shoreline, 'onset'),
    ).toBeNull();
  });

  it('without a set has only the bed, and only for recovery', () => {
    const own: SessionMusic = { set: null, recovery: bed };
    expect(chooseTrack({ played: [], failed: [], currentId: null, gentle: false }, own, 'peak')).toBeNull();
    expect(chooseTrack({ played: [], failed: [], currentId: null, gentle: false }, own, 'recovery')?.id).toBe('bed');
  });

  it('asked for a gentle one prefers what is not stronger', () => {
    const set = {
      ...shoreline,
      set: {
        id: 's',
        title: 's',
        description: '',
        tracks: [track('now', 'peak', 3), track('strong', 'peak', 5), track('mild', 'peak', 2)],
      },
    };
    expect(chooseTrack({ played: ['now'], failed: [], currentId: 'now', gentle: true }, set, 'peak')?.id).toBe('mild');
    expect(chooseTrack({ played: ['now'], failed: [], currentId: 'now', gentle: false }, set, 'peak')?.id).toBe(
      'strong',
    );
  });
});

describe('gains', () => {
  it('only attenuate, to -23 LUFS', () => {
    expect(levelGain(-23, -4)).toBe(1);
    expect(levelGain(-30, -4)).toBe(1);
    expect(levelGain(-17, -4)).toBeCloseTo(0.501, 3);
    expect(levelGain(-23, 0)).toBeCloseTo(0.631, 3);
  });

  it('keep two tracks that cross at their highest peaks under full scale', () => {
    // Soft ones with high peaks: the loudness brings nothing down.
    const anyTrack = fc.tuple(
      fc.double({ min: -60, max: -20, noNaN: true }),
      fc.double({ min: -5, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(anyTrack, anyTrack, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, progress) => {
        const gains = crossfadeGains(progress);
        const peak = ([loudness, peakDb]: readonly [number, number]): number =>
          10 ** (peakDb / 20) * levelGain(loudness, peakDb);
        expect(gains.out * peak(one) + gains.in * peak(other)).toBeLessThan(0.9);
      }),
    );
  });

  it('keep the power of a crossfade', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (progress) => {
        const gains = crossfadeGains(progress);
        expect(gains.out ** 2 + gains.in ** 2).toBeCloseTo(1, 10);
      }),
    );
    expect(crossfadeGains(0)).toEqual({ out: 1, in: 0 });
    expect(crossfadeGains(1)).toEqual({ out: 0, in: 1 });
  });
});
