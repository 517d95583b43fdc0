import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesAhead } from '../../../shared/music/changes.ts';
import { musicPlan } from '../../../shared/music/plan.ts';
import { planSchedule } from '../../../shared/music/schedule.ts';
import { musicPhases, type SessionMusic, type Track } from '../../../shared/music/set.ts';
import { musicTimeline, SETTLING_MS } from '../../../shared/music/timeline.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { bed, conducted, track } from '../../helpers/music-builder.ts';
import { observe } from '../../helpers/observed.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

/** Whole even seconds, so that what is looked at once a second is seen at its moment. */
const evenSeconds = (min: number, max: number) => fc.integer({ min: min / 2000, max: max / 2000 }).map((n) => n * 2000);

const anyTrack = fc.record({
  phase: fc.constantFrom(...musicPhases),
  intensity: fc.integer({ min: 1, max: 5 }),
  lyrics: fc.boolean(),
  percussion: fc.boolean(),
  durationMs: fc.oneof(
    { weight: 1, arbitrary: evenSeconds(4_000, 30_000) },
    { weight: 6, arbitrary: evenSeconds(30_000, 9 * MINUTE) },
    { weight: 1, arbitrary: evenSeconds(9 * MINUTE, 50 * MINUTE) },
  ),
});
const anyMusic = fc.array(anyTrack, { minLength: 1, maxLength: 40 }).map((drawn): SessionMusic => ({
  set: {
    id: 'any',
    title: 'Any',
    description: '',
    tracks: drawn.map((parts, index): Track => ({ ...track(`t${index}`, parts.phase, parts.intensity), ...parts })),
  },
  recovery: { ...bed, durationMs: 7 * MINUTE, loopCrossfadeMs: 20_000 },
}));

/** The last of these would begin at the very moment of the start. */
const atTheStart: SessionMusic = {
  set: {
    id: 'any',
    title: 'Any',
    description: '',
    tracks: [
      { ...track('t0', 'arrive', 1), durationMs: 188_000 },
      { ...track('t1', 'arrive', 1), durationMs: 124_000, percussion: true },
      { ...track('t2', 'arrive', 1), durationMs: 30_000 },
    ],
  },
  recovery: { ...bed, durationMs: 7 * MINUTE, loopCrossfadeMs: 20_000 },
};

interface Began {
  readonly trackId: string;
  readonly atMs: number;
  readonly fadeInMs: number | undefined;
}

/** What a session plays, looked at once a second: each track with the session time at which it began, and what it then announced. */
function playedBy(music: SessionMusic, protocol: Protocol, lastsMs: number) {
  const room = new TestRoom(new FakeClock(), protocol).prepared();
  const began: Began[] = [];
  const announced: (Omit<Began, 'fadeInMs'> | null)[] = [];
  const sessionMs = (): number => room.clock.now().uptimeMs - startMs;
  const look = (): void => {
    const seq = room.session.seq;
    observe(room, music);
    const body = room.session.seq > seq ? room.events.at(-1)?.body : null;
    if (body?.type !== 'trackStarted') return;
    began.push({ trackId: body.trackId, atMs: sessionMs() - body.positionMs, fadeInMs: body.fadeInMs });
    const { next } = musicPlan(conducted(room, music), room.clock.now());
    announced.push(next === null ? null : { trackId: next.track.id, atMs: sessionMs() + next.startInMs });
  };
  const startMs = room.clock.now().uptimeMs + SETTLING_MS;
  look();
  for (let ms = -SETTLING_MS; ms < lastsMs; ms += 1000) {
    room.clock.advance(1000);
    if (ms === -1000) room.do({ type: 'start', agoMs: 0 });
    if (ms === protocol.infusionMs + 3 * MINUTE)
      room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
    room.tick();
    look();
  }
  return { began, announced };
}

describe('an hour that nothing disturbs', () => {
  it('is what the set editor forecast: tracks, moments, crossfades; and each track announces the next one', () => {
    fc.assert(
      fc.property(anyMusic, fc.integer({ min: 20, max: 60 }), (music, minutes) => {
        const protocol = fitProtocol(defaultProtocol(0, 'Test'), minutes * MINUTE);
        const lastsMs = protocol.infusionMs + 9 * MINUTE;
        const forecast = planSchedule(music, musicTimeline(protocol))
          .filter(({ fromMs }) => fromMs <= lastsMs)
          .map(({ track: one, fromMs, fadeInMs }) => ({ trackId: one.id, atMs: fromMs, fadeInMs }));
        const { began, announced } = playedBy(music, protocol, lastsMs);
        // The first one rises from silence.
        expect(began).toEqual(forecast.map((one, index) => (index === 0 ? { ...one, fadeInMs: 10_000 } : one)));
        for (const [index, { atMs }] of began.entries()) {
          const after = began[index + 1];
          // Before the start nothing says when it will be.
          if (atMs < 0 || after === undefined) continue;
          expect(announced[index]).toEqual({ trackId: after.trackId, atMs: after.atMs });
        }
      }),
      { numRuns: 20, examples: [[atTheStart, 20]] },
    );
  });
});

describe('a session that was left alone', () => {
  it('wants the same track at the same place, whether or not the app was there to record what began', () => {
    fc.assert(
      fc.property(
        anyMusic,
        fc.integer({ min: 30, max: 40 * 60 }),
        fc.integer({ min: 1, max: 600 }),
        (music, at, away) => {
          const room = new TestRoom().prepared();
          observe(room, music);
          room.do({ type: 'start', agoMs: 0 }).tick();
          for (let s = 0; s < at; s += 1) {
            room.clock.advance(1000);
            room.tick();
            observe(room, music);
          }
          const seen = conducted(room, music);
          const there = (): string => {
            const { current } = musicPlan(conducted(room, music), room.clock.now());
            return `${current?.track.id} ${current?.positionMs}`;
          };
          room.clock.advance(away * 1000);
          const alone = musicPlan(seen, room.clock.now()).current;
          room.clock.advance(-away * 1000);
          for (let s = 0; s < away; s += 1) {
            room.clock.advance(1000);
            room.tick();
            observe(room, music);
          }
          expect(`${alone?.track.id} ${alone?.positionMs}`).toBe(there());
        },
      ),
      { numRuns: 25 },
    );
  });
});

type Press = readonly [atSecond: number, press: (room: TestRoom) => void];
const presses: readonly ((room: TestRoom) => void)[] = [
  (room) => room.ask({ type: 'nextTrack' }),
  (room) => room.ask({ type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 }),
  (room) => room.ask({ type: 'resumePump', agoMs: MINUTE }),
  (room) => room.ask({ type: 'changeLength', plannedMs: room.session.plannedMs + 7 * MINUTE, reason: null }),
  (room) =>
    room.ask({
      type: 'changeLength',
      plannedMs: Math.max(room.session.plannedMs - 8 * MINUTE, 15 * MINUTE),
      reason: null,
    }),
  (room) => room.ask({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 }),
  (room) => {
    room.clock.sleep(90_000);
    room.tick();
  },
  (room) => {
    room.clock.advance(2 * MINUTE);
    room.comeBack();
  },
];
const anyPress = fc.tuple(fc.integer({ min: 0, max: 55 * 60 }), fc.constantFrom(...presses));

describe('an hour of skips, pauses, sleep, restarts and other lengths', () => {
  const disturbed = (rule: (room: TestRoom, music: SessionMusic) => void): void =>
    fc.assert(
      fc.property(anyMusic, fc.array(anyPress, { minLength: 1, maxLength: 8 }), (music, drawn: Press[]) => {
        const room = new TestRoom().prepared();
        observe(room, music);
        room.do({ type: 'start', agoMs: 0 }).tick();
        for (let s = 0; s < 55 * 60; s += 1) {
          room.clock.advance(1000);
          room.tick();
          for (const [at, press] of drawn) if (at === s) press(room);
          observe(room, music);
          rule(room, music);
        }
      }),
      { numRuns: 12 },
    );

  it('never falls silent, repeats nothing while a track is unplayed, and changes phase near its time', () => {
    disturbed((room, music) => {
      const { current } = musicPlan(conducted(room, music), room.clock.now());
      expect(current).not.toBeNull();
      const { played: heard, phase } = room.session.music;
      const own = heard.filter((id) => id !== bed.id);
      const all = new Set(own).size;
      if (all < (music.set?.tracks.length ?? 0)) expect(own.length).toBe(all);
      // The phase that plays is the record's, or one whose time is near; the only track there is plays on.
      if (current?.phase === phase || music.set?.tracks.length === 1) return;
      const near = changesAhead(room.session, room.protocol);
      expect(Math.abs((near[0]?.atMs ?? Infinity) - lifeMs(room.session, room.clock.now()))).toBeLessThanOrEqual(
        102_000,
      );
    });
  });
});
