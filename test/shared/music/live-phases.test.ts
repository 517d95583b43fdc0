import { describe, expect, it } from 'vitest';
import { desiredMusic, musicPlan } from '../../../shared/music/plan.ts';
import type { SessionMusic } from '../../../shared/music/set.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { bed, conducted, shoreline, track } from '../../helpers/music-builder.ts';
import { observe } from '../../helpers/observed.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

/** Lets time pass with a look every second. */
function play(room: TestRoom, ms: number, music: SessionMusic = shoreline): TestRoom {
  for (let left = ms; left > 0; left -= 1000) {
    room.run(1000);
    observe(room, music);
  }
  return room;
}

const plan = (room: TestRoom, music: SessionMusic = shoreline) => musicPlan(conducted(room, music), room.clock.now());
const trackId = (room: TestRoom): string | undefined => plan(room).current?.track.id;

describe('a phase of the room', () => {
  it('is not begun by its cue where the track ends within the tolerance: it is heard to its end', () => {
    const room = play(new TestRoom().started(), 18 * MINUTE + 30_000);
    expect(room.session.music.phase).toBe('peak');
    expect(room.session.music.track?.phase).toBe('build');
    expect(plan(room).next).toMatchObject({ track: { id: 'p1' }, startInMs: 30_000, fadeInMs: 12_000 });
  });

  it('is begun at once where "next" is pressed shortly before its time, and is not begun again at it', () => {
    const room = play(new TestRoom().started(), 37 * MINUTE);
    room.do({ type: 'nextTrack' });
    expect(trackId(room)).toBe('r1');
    const began = play(room, 2 * MINUTE)
      .bodies('trackStarted')
      .at(-1);
    expect(began).toMatchObject({ trackId: 'r1', inPhase: 'return', why: 'next' });
  });

  it('moves with a longer infusion, also where a track of it had begun already', () => {
    const room = play(new TestRoom().started(), 38 * MINUTE + 20_000);
    expect(room.session.music.track?.phase).toBe('return');
    const early = play(new TestRoom().started(), 37 * MINUTE);
    early.do({ type: 'changeLength', plannedMs: 70 * MINUTE, reason: null });
    play(early, 2 * MINUTE);
    // The peak has no more of its own: what follows is borrowed, and the phase is still the peak.
    expect(plan(early).current?.phase).toBe('peak');
  });

  it('waits while the pump stands', () => {
    const room = play(new TestRoom().started(), 6 * MINUTE);
    room.do({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 });
    play(room, 10 * MINUTE);
    expect(plan(room).current?.phase).toBe('onset');
  });

  it('of a shorter infusion whose time has passed comes at the press', () => {
    const room = play(new TestRoom().started(), 25 * MINUTE);
    room.do({ type: 'changeLength', plannedMs: 30 * MINUTE, reason: null });
    play(room, 2 * MINUTE);
    const began = room.bodies('trackStarted').at(-1);
    // Seen a second after the press.
    expect(began).toMatchObject({ phase: 'return', positionMs: 1000 });
  });

  it('begins with the start from the press, not from minutes ago', () => {
    const room = new TestRoom().prepared();
    observe(room);
    play(room, 2 * MINUTE);
    room.do({ type: 'start', agoMs: MINUTE }).tick();
    expect(plan(room).current).toMatchObject({ track: { id: 'o1' }, positionMs: 0 });
  });
});

describe('speak', () => {
  it('is as quick where the track has not been heard to begin yet', () => {
    const room = play(new TestRoom().started(), MINUTE);
    room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 });
    room.clock.advance(300);
    room.do({ type: 'lowerForVoice' });
    const desired = desiredMusic(conducted(room), room.clock.now(), 1);
    expect(desired).toMatchObject({ decks: [{ trackId: 'bed', fadeMs: 2000 }], releaseMs: 2000 });
  });
});

describe('the end of the infusion', () => {
  const desired = (room: TestRoom) => desiredMusic(conducted(room), room.clock.now(), 1);

  it("fades into the bed over 25 s at the pump's stop, also where the last track was to be heard to its end", () => {
    // 50 s longer, so that the last track ends a little after zero.
    const room = new TestRoom().prepared().run(10_000);
    const long: SessionMusic = {
      ...shoreline,
      set: { id: 's', title: 's', description: '', tracks: [track('r', 'return', 2, 51 * MINUTE)] },
    };
    room.do({ type: 'start', agoMs: 0 }).tick();
    observe(room, long);
    play(room, 50 * MINUTE + 10_000, long);
    expect([room.session.music.phase, room.session.music.track?.trackId]).toEqual(['recovery', 'r']);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    expect(desiredMusic(conducted(room, long), room.clock.now(), 1)).toMatchObject({
      decks: [{ trackId: 'bed', positionMs: 0, fadeMs: 25_000 }],
      releaseMs: 25_000,
    });
  });

  it('leaves the bed alone that plays already', () => {
    const room = play(new TestRoom().started(), 51 * MINUTE);
    const before = desired(room).decks[0];
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    expect(desired(room).decks[0]).toMatchObject({ trackId: 'bed', positionMs: before?.positionMs });
  });

  it('a volume set before the bed is heard does not shorten its fade', () => {
    const room = play(new TestRoom().started(), MINUTE);
    room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 }).do({ type: 'setVolume', level: 0.4 });
    expect(desired(room)).toMatchObject({ decks: [{ trackId: 'bed', fadeMs: 25_000 }], releaseMs: 25_000 });
  });

  it('the bed follows itself over the crossfade that it was made for', () => {
    const music: SessionMusic = { ...shoreline, recovery: { ...bed, loopCrossfadeMs: 20_000 } };
    const room = new TestRoom().started();
    observe(room, music);
    room.do({ type: 'stopPump', reason: 'distress', note: null, agoMs: 0 });
    observe(room, music);
    expect(plan(room, music).next).toMatchObject({
      track: { id: 'bed' },
      startInMs: 40 * MINUTE - 20_000,
      fadeInMs: 20_000,
    });
  });
});
