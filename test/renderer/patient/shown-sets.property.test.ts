import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownSets } from '../../../renderer/patient/shown-sets.ts';
import { offered } from '../../../shared/intake/offered-set.ts';
import { fits, strengthOf } from '../../../shared/intake/which-sets.ts';
import { musicPhases } from '../../../shared/music/set.ts';
import { track } from '../../helpers/music-builder.ts';

const anyTrack = fc
  .record({
    phase: fc.constantFrom(...musicPhases),
    intensity: fc.integer({ min: 1, max: 5 }),
    lyrics: fc.boolean(),
    percussion: fc.boolean(),
  })
  .map((one) => ({ ...track('t', 'peak', 3), ...one }));
const anySets = fc
  .array(fc.array(anyTrack, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map((tracks, index) => offered(`h${index}`, { id: `s${index}`, title: `S${index}`, description: '', tracks })),
  );
const anyWishes = fc.record({
  noVoices: fc.boolean(),
  noDrums: fc.boolean(),
  mood: fc.constantFrom('calmer' as const, 'moreMoving' as const, null),
});

describe('the cards that are shown', () => {
  it('are all sets that fit, each once; in the order of the mood where there is one', () => {
    fc.assert(
      fc.property(anySets, anyWishes, (sets, wishes) => {
        const shown = shownSets(sets, wishes, null);
        expect(new Set(shown)).toEqual(new Set(sets.filter((set) => fits(set, wishes))));
        expect(new Set(shown).size).toBe(shown.length);
        const strengths = shown.map(strengthOf);
        if (wishes.mood === 'calmer') expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
        if (wishes.mood === 'moreMoving') expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
      }),
      { numRuns: 100 },
    );
  });

  it('begin with the one that was touched, and hold no other that is not so', () => {
    const ways = fc.constantFrom('like' as const, 'calmer' as const, 'moreMoving' as const);
    fc.assert(
      fc.property(anySets, anyWishes, ways, (sets, wishes, way) => {
        const from = sets[0]!;
        const [first, ...others] = shownSets(sets, wishes, { way, from });
        if (fits(from, wishes)) expect(first).toBe(from);
        else if (first !== undefined) others.unshift(first);
        for (const set of others) {
          expect(set).not.toBe(from);
          expect(fits(set, wishes)).toBe(true);
          if (way === 'calmer') expect(strengthOf(set)).toBeLessThan(strengthOf(from));
          if (way === 'moreMoving') expect(strengthOf(set)).toBeGreaterThan(strengthOf(from));
        }
      }),
      { numRuns: 100 },
    );
  });
});
