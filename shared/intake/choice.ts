import * as z from 'zod/mini';

/** Languages in which the patient window can ask. */
export const intakeLanguages = ['en', 'es', 'fr', 'de'] as const;
export type IntakeLanguage = (typeof intakeLanguages)[number];

/** Longest texts, in UTF-16 units. */
export const INTENTION_MAX = 600;
export const AVOID_MAX = 200;
export const STOP_SIGN_MAX = 120;

const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const share = z.number().check(z.gte(0), z.lte(1));

/** Wishes for which the app plays nothing: quiet, and the patient's own phone. */
export const noneKinds = ['quiet', 'ownPhone'] as const;
export type NoneKind = (typeof noneKinds)[number];

/**
 * What is to be heard: a set by the hash of its content; one that the app picks; nothing; the patient's own files, which
 * staff brought in; or the patient's own phone, which the app does not touch.
 */
export const musicWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), musicHash: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.object({ kind: z.literal('chooseForMe') }),
  z.object({ kind: z.literal('quiet') }),
  z.object({ kind: z.literal('ownFiles') }),
  z.object({ kind: z.literal('ownPhone') }),
]);
export type MusicWish = z.infer<typeof musicWishSchema>;

/** Who may read an intention: the nurse only, or everybody of the care team. */
export const intentionReaders = ['nurse', 'careTeam'] as const;
export type IntentionReaders = (typeof intentionReaders)[number];

/** Why the patient is here today, in their own words. `inExport`: they agreed that it stands in what is printed or exported. */
export const intentionSchema = z.object({
  text: words(INTENTION_MAX),
  readers: z.enum(intentionReaders),
  inExport: z.boolean(),
});
export type Intention = z.infer<typeof intentionSchema>;

export const eyesWishes = ['mask', 'none'] as const;
export const blanketWishes = ['yes', 'no', 'later'] as const;
export const doorWishes = ['open', 'ajar', 'closed'] as const;
export const approachWishes = ['speakFirst', 'touchShoulder', 'neverTouch'] as const;

/** How the patient wants to lie and to be met. Null: not said. */
export const comfortSchema = z.object({
  eyes: z.nullable(z.enum(eyesWishes)),
  blanket: z.nullable(z.enum(blanketWishes)),
  /** The darkest light they accept, 0 (dark) to 1 (full). */
  darkest: z.nullable(share),
  door: z.nullable(z.enum(doorWishes)),
  approach: z.nullable(z.enum(approachWishes)),
  /** Sounds or words to avoid. */
  avoid: z.nullable(words(AVOID_MAX)),
  /** What they will do or say to mean "stop". */
  stopSign: z.nullable(words(STOP_SIGN_MAX)),
});
export type Comfort = z.infer<typeof comfortSchema>;

/** The whole choice as the patient left it. Every part may be open (null). */
export const choiceSchema = z.object({
  language: z.enum(intakeLanguages),
  music: z.nullable(musicWishSchema),
  /** Whether it counts for today or is to be offered again in the whole course. */
  scope: z.nullable(z.enum(['session', 'course'])),
  noVoices: z.boolean(),
  noDrums: z.boolean(),
  mood: z.nullable(z.enum(['calmer', 'moreMoving'])),
  /** The volume found "just right": the session's relative level, 0 to 1, below the cap of the headphones. */
  loudness: z.nullable(share),
  intention: z.nullable(intentionSchema),
  comfort: comfortSchema,
});
export type Choice = z.infer<typeof choiceSchema>;

export const noComfort: Comfort = {
  eyes: null,
  blanket: null,
  darkest: null,
  door: null,
  approach: null,
  avoid: null,
  stopSign: null,
};

/** Nothing said yet. */
export function openChoice(language: IntakeLanguage): Choice {
  return {
    language,
    music: null,
    scope: null,
    noVoices: false,
    noDrums: false,
    mood: null,
    loudness: null,
    intention: null,
    comfort: noComfort,
  };
}

/** Whether two choices say the same, whatever the order of their parts. */
export function sameChoice(one: Choice, other: Choice): boolean {
  return stable(one) === stable(other);
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object'
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
