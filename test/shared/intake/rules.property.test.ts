import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceSchema, noComfort, openChoice, sameChoice, type Choice } from '../../../shared/intake/choice.ts';
import { beginsWith, carriedOn, forCourse, type EarlierChoice } from '../../../shared/intake/earlier.ts';
import { offered, offeredSetSchema, type OfferedSet } from '../../../shared/intake/offered-set.ts';
import { chooseForMe, fits, strengthOf, towards } from '../../../shared/intake/which-sets.ts';
import { musicPhases } from '../../../shared/music/set.ts';

const runs = { numRuns: 150 };

const track = fc.record({
  id: fc.string({ minLength: 1, maxLength: 8 }),
  file: fc.constant('a.ogg'),
  phase: fc.constantFrom(...musicPhases),
  intensity: fc.integer({ min: 1, max: 5 }),
  lyrics: fc.boolean(),
  percussion: fc.boolean(),
  durationMs: fc.integer({ min: 1_000, max: 900_000 }),
  loudnessLufs: fc.constant(-20),
  truePeakDb: fc.constant(-3),
});

const sets: fc.Arbitrary<OfferedSet[]> = fc.uniqueArray(
  fc.record({
    musicHash: fc.string({ minLength: 1, maxLength: 4 }),
    title: fc.constantFrom('Shore', 'Meadow', 'Deep water'),
    description: fc.constant(''),
    tracks: fc.array(track, { minLength: 1, maxLength: 6 }),
  }),
  { selector: ({ musicHash }) => musicHash, maxLength: 8 },
);

const avoid = fc.record({ noVoices: fc.boolean(), noDrums: fc.boolean() });
const mood = fc.constantFrom('calmer' as const, 'moreMoving' as const, null);

test('what is to be avoided is in nothing that is offered, and the one asked from never comes back', () => {
  fc.assert(
    fc.property(
      sets,
      avoid,
      fc.constantFrom('like' as const, 'calmer' as const, 'moreMoving' as const),
      (all, no, way) => {
        const [from] = all;
        fc.pre(from !== undefined);
        for (const set of towards(all, from, way, no)) {
          expect(set.musicHash).not.toBe(from.musicHash);
          expect(set.tracks.some(({ lyrics }) => no.noVoices && lyrics)).toBe(false);
          expect(set.tracks.some(({ percussion }) => no.noDrums && percussion)).toBe(false);
          if (way === 'calmer') expect(strengthOf(set)).toBeLessThan(strengthOf(from));
          if (way === 'moreMoving') expect(strengthOf(set)).toBeGreaterThan(strengthOf(from));
        }
      },
    ),
    runs,
  );
});

test('the app picks one that fits whenever there is one, the same one whatever the order', () => {
  fc.assert(
    fc.property(sets, avoid, mood, fc.nat(), (all, no, wanted, turn) => {
      const choice = { ...no, mood: wanted };
      const picked = chooseForMe(all, choice);
      expect(picked !== null).toBe(all.some((set) => fits(set, no)));
      if (picked === null) return;
      expect(fits(picked, no)).toBe(true);
      const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].toReversed();
      expect(chooseForMe(turned, choice)?.musicHash).toBe(picked.musicHash);
      const strengths = all.filter((set) => fits(set, no)).map(strengthOf);
      if (wanted === 'calmer') expect(strengthOf(picked)).toBe(Math.min(...strengths));
      if (wanted === 'moreMoving') expect(strengthOf(picked)).toBe(Math.max(...strengths));
    }),
    runs,
  );
});

test('the nearest comes first, and a long track weighs more than a short one', () => {
  const one = (musicHash: string, intensity: number, lengths: readonly [number, number] = [1, 1]): OfferedSet => ({
    musicHash,
    title: musicHash,
    description: '',
    tracks: lengths.map((durationMs, index) => ({
      ...{ id: `${musicHash}${index}`, file: 'a.ogg', phase: 'peak' as const, lyrics: false, percussion: false },
      ...{ durationMs, loudnessLufs: -20, truePeakDb: -3, intensity: index === 0 ? intensity : 1 },
    })),
  });
  const [calm, middle, strong] = [one('calm', 1), one('middle', 3), one('strong', 5)];
  const no = { noVoices: false, noDrums: false };
  expect(towards([calm, strong, middle], strong, 'calmer', no).map(({ musicHash }) => musicHash)).toEqual([
    'middle',
    'calm',
  ]);
  expect(chooseForMe([strong, calm, middle], { ...no, mood: null })?.musicHash).toBe('middle');
  expect(strengthOf(one('long', 5, [9, 1]))).toBeCloseTo(4.6);
});

test('a patient is shown neither titles nor licences of tracks', () => {
  const full = {
    ...{ id: 't', file: 'a.ogg', title: 'A stranger by name', phase: 'peak' as const, intensity: 3, lyrics: false },
    ...{ percussion: false, durationMs: 1000, loudnessLufs: -20, truePeakDb: -3, licence: 'CC0' },
  };
  const seen = offered('hash', { id: 's', title: 'Shore', description: '', tracks: [full] });
  expect(JSON.stringify(seen)).not.toMatch(/stranger|CC0/);
  expect(offeredSetSchema.safeParse(seen).success).toBe(true);
});

const said: Choice = {
  ...openChoice('de'),
  music: { kind: 'set', musicHash: 'shore' },
  scope: 'course',
  noDrums: true,
  loudness: 0.4,
  intention: { text: 'to let go', readers: 'nurse', inExport: false },
  comfort: { ...noComfort, eyes: 'mask', stopSign: 'my left hand' },
};
const before = (choice: Choice, at: number): EarlierChoice => ({ sessionId: `s${at}`, at, choice: carriedOn(choice) });

test('a course offers its last choice again, but for the intention, and a day of its own leaves it as it is', () => {
  const other: Choice = { ...said, scope: 'session', music: { kind: 'quiet' } };
  const earlier = [before(said, 1), before(other, 2)];
  expect(forCourse(earlier)?.sessionId).toBe('s1');
  expect(beginsWith(earlier, new Set(['shore']), 'fr')).toEqual({ ...said, language: 'fr', intention: null });
  expect(JSON.stringify(earlier)).not.toContain('let go');
  expect(beginsWith([before(other, 1)], new Set(['shore']), 'fr')).toEqual(openChoice('fr'));
});

test('a set that is not offered any more is open again, the rest stays said', () => {
  const begun = beginsWith([before(said, 1)], new Set(['meadow']), 'de');
  expect(begun.music).toBeNull();
  expect(begun.comfort).toEqual(said.comfort);
});

test('a choice is the same whatever the order of its parts, and texts have their limits', () => {
  const turned = Object.fromEntries(Object.entries(said).toReversed()) as Choice;
  expect(sameChoice(said, turned)).toBe(true);
  expect(sameChoice(said, { ...said, loudness: 0.41 })).toBe(false);
  const long = { ...said, comfort: { ...said.comfort, stopSign: 'x'.repeat(121) } };
  expect(choiceSchema.safeParse(long).success).toBe(false);
  expect(choiceSchema.safeParse({ ...said, loudness: 1.01 }).success).toBe(false);
  expect(choiceSchema.safeParse(openChoice('en')).success).toBe(true);
});
