import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossfadeMs, crossfadeRange } from '../../../shared/music/crossfade.ts';
import { TOLERANCE_MS } from '../../../shared/music/following.ts';
import { planSchedule, repeatsIn, type Scheduled } from '../../../shared/music/schedule.ts';
import { musicPhases, type SessionMusic, type Track } from '../../../shared/music/set.ts';
import { musicTimeline } from '../../../shared/music/timeline.ts';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { bed, shoreline, track } from '../../helpers/music-builder.ts';

const anyTrack = fc.record({
  phase: fc.constantFrom(...musicPhases),
  intensity: fc.integer({ min: 1, max: 5 }),
  lyrics: fc.boolean(),
  percussion: fc.boolean(),
  durationMs: fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 2_000, max: 30_000 }) },
    { weight: 4, arbitrary: fc.integer({ min: 30_000, max: 12 * MINUTE }) },
    { weight: 1, arbitrary: fc.integer({ min: 12 * MINUTE, max: 60 * MINUTE }) },
  ),
});
const anyMusic = fc.array(anyTrack, { minLength: 1, maxLength: 60 }).map((drawn): SessionMusic => ({
  set: {
    id: 'any',
    title: 'Any',
    description: '',
    tracks: drawn.map((parts, index): Track => ({ ...track(`t${index}`, parts.phase, parts.intensity), ...parts })),
  },
  recovery: bed,
}));
const anyMinutes = fc.integer({ min: 10, max: 120 });
const spansOf = (minutes: number) => musicTimeline(fitProtocol(defaultProtocol(0, 'Test'), minutes * MINUTE));
const planned = (music: SessionMusic, minutes: number) => planSchedule(music, spansOf(minutes));

/** Each play with the one before it. */
const pairs = (plan: readonly Scheduled[]) =>
  plan.slice(1).map((entry, index) => [plan[index] as Scheduled, entry] as const);

describe('a plan for any set of 1 to 60 tracks and any infusion of 10 to 120 minutes', () => {
  const holds = (rule: (plan: readonly Scheduled[], music: SessionMusic, minutes: number) => void): void =>
    fc.assert(fc.property(anyMusic, anyMinutes, (music, minutes) => rule(planned(music, minutes), music, minutes)));

  it('fills the timeline from its first moment to its last without a gap', () => {
    holds((plan, _music, minutes) => {
      const spans = spansOf(minutes);
      expect(plan[0]?.fromMs).toBe(spans[0]?.fromMs);
      expect(plan.at(-1)?.untilMs).toBe(spans.at(-1)?.untilMs);
      for (const [before, after] of pairs(plan)) expect(after.fromMs).toBeLessThan(before.untilMs);
    });
  });

  it('never lets three tracks sound at once, and no track go on past its own end', () => {
    holds((plan) => {
      for (const [index, entry] of plan.entries()) {
        const third = plan[index + 2];
        if (third !== undefined) expect(third.fromMs).toBeGreaterThanOrEqual(entry.untilMs - 1e-6);
        expect(entry.untilMs - entry.fromMs).toBeLessThanOrEqual(entry.track.durationMs + 1e-6);
      }
    });
  });

  it('crosses fades in 6 to 12 s where both tracks are long enough, and in less where one is not', () => {
    holds((plan) => {
      for (const [before, after] of pairs(plan)) {
        const shorter = Math.min(before.track.durationMs, after.track.durationMs);
        expect(after.fadeInMs).toBeGreaterThanOrEqual(Math.min(crossfadeRange.minMs, shorter / 2));
        expect(after.fadeInMs).toBeLessThanOrEqual(Math.min(crossfadeRange.maxMs, shorter / 2));
        const overlap = before.untilMs - after.fromMs;
        if (after.untilMs !== plan.at(-1)?.untilMs) expect(overlap).toBeCloseTo(after.fadeInMs, 6);
      }
    });
  });

  it('repeats nothing while a track is unplayed; only the bed may go on', () => {
    holds((plan, music) => {
      const unplayed = new Set(music.set?.tracks.map(({ id }) => id));
      const size = unplayed.size;
      const heard = new Set<string>();
      for (const { track: one } of plan) {
        if (one.id === bed.id) continue;
        if (heard.size < size) expect(heard).not.toContain(one.id);
        heard.add(one.id);
      }
    });
  });

  it('says the same when it is asked again', () => {
    holds((plan, music, minutes) => {
      expect(planned(music, minutes)).toEqual(plan);
    });
  });

  it('changes phase at its time, or where a track ends within the tolerance', () => {
    holds((plan, _music, minutes) => {
      const spans = spansOf(minutes);
      for (const [before, after] of pairs(plan)) {
        const span = spans.find(({ phase }) => phase === after.phase);
        const [fromMs, untilMs] = [span?.fromMs ?? Number.NaN, span?.untilMs ?? Number.NaN];
        expect(after.fromMs).toBeGreaterThanOrEqual(fromMs - TOLERANCE_MS);
        // Where the next track fades in for less than the longest crossfade, it begins that much later.
        expect(after.fromMs).toBeLessThanOrEqual(untilMs + TOLERANCE_MS + crossfadeRange.maxMs);
        if (!before.leftEarly) continue;
        // A track that is still coming in at that moment comes in first, so that no third one sounds.
        expect(after.fromMs).toBe(Math.max(fromMs, before.fromMs + before.fadeInMs));
        expect(after.fromMs).toBeLessThanOrEqual(fromMs + crossfadeRange.maxMs);
        // What is of the new phase already is not left for another track of it.
        expect(before.track.phase).not.toBe(after.phase);
      }
    });
  });

  it('goes through the phases in their order, each begun by a track, or by one of its own or the only one there is that plays already', () => {
    const carries = (one: Track, phase: string, music: SessionMusic): boolean =>
      one.phase === phase || (phase !== 'recovery' && music.set?.tracks.length === 1);
    holds((plan, music, minutes) => {
      const spans = spansOf(minutes);
      const begun = plan.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
      const carried = spans.filter(
        ({ phase, fromMs }) =>
          !begun.includes(phase) &&
          plan.some((one) => carries(one.track, phase, music) && one.fromMs < fromMs && one.untilMs > fromMs),
      );
      const expected = spans.map(({ phase }) => phase).filter((phase) => !carried.some((one) => one.phase === phase));
      expect(begun).toEqual(expected);
    });
  });
});

describe('a plan for 50 minutes', () => {
  const starts = (tracks: readonly Track[]) => {
    const plan = planned({ set: { id: 's', title: 's', description: '', tracks: [...tracks] }, recovery: bed }, 50);
    return plan.map(({ track: one, fromMs, leftEarly }) => `${one.id} ${fromMs / 1000}${leftEarly ? ' left' : ''}`);
  };
  const settling = track('a', 'arrive', 1, 10 * MINUTE);
  const own = (shoreline.set?.tracks ?? []).filter(({ phase }) => phase !== 'arrive');

  it('changes phase where tracks end near the time, 24 s early, a minute late or on it', () => {
    // Nothing foresees the press at the start: what plays while the patient settles in is left for it.
    expect(starts([settling, ...own])).toEqual([
      ...['a -300 left', 'o1 0', 'o2 228', 'b1 456', 'b2 684', 'b3 912', 'p1 1140', 'p2 1368', 'p3 1596', 'p4 1824'],
      ...['p5 2052', 'r1 2280', 'r2 2508', 'r3 2736', 'bed 2964', 'bed 5352'],
    ]);
  });

  it('leaves a track at the time of the change where none ends near it', () => {
    const long = track('long', 'peak', 5, 30 * MINUTE);
    expect(starts([settling, ...own.filter(({ phase }) => phase !== 'peak'), long])).toContain('long 1140 left');
    expect(starts([settling, ...own.filter(({ phase }) => phase !== 'peak'), long])).toContain('r1 2280');
  });

  it('does not leave a track of onset, begun before the start for want of another, for the next one of onset', () => {
    const five = track('a', 'arrive', 1, 5 * MINUTE);
    expect(starts([five, ...own]).slice(0, 3)).toEqual(['a -300', 'o1 -12', 'o2 216']);
  });

  it('counts what is heard twice, the bed aside', () => {
    expect(repeatsIn(planned(shoreline, 50), 'bed')).toBe(0);
    expect(repeatsIn(planned(shoreline, 120), 'bed')).toBeGreaterThan(5);
  });

  it('plays the recovery tracks of a set once, then the bed to the end', () => {
    const last = starts([settling, ...own, track('resting', 'recovery', 1)]).slice(-3);
    expect(last).toEqual(['resting 2964', 'bed 3192', 'bed 5580']);
  });

  it('is empty without a set', () => {
    expect(planned({ set: null, recovery: bed }, 50)).toEqual([]);
  });
});

describe('crossfadeMs()', () => {
  const calm = track('calm', 'onset', 2);

  it('is long between tones, shorter under a voice, shortest where a drum is', () => {
    expect(crossfadeMs(calm, calm)).toBe(12_000);
    expect(crossfadeMs(calm, { ...calm, lyrics: true })).toBe(9_000);
    expect(crossfadeMs({ ...calm, percussion: true }, { ...calm, lyrics: true })).toBe(6_000);
  });

  it('is at most half of the shorter track', () => {
    expect(crossfadeMs(calm, track('short', 'onset', 2, 5_000))).toBe(2_500);
  });
});
