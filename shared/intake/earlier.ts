import * as z from 'zod/mini';
import { choiceSchema, openChoice, type Choice, type IntakeLanguage } from './choice.ts';

/** A choice as the course remembers it. An intention belongs to its day alone and is never carried on. */
export const earlierChoiceSchema = z.object({
  /** The session it was made in. */
  sessionId: z.string(),
  /** Epoch ms. */
  at: z.number(),
  choice: z.omit(choiceSchema, { intention: true }),
});
export type EarlierChoice = z.infer<typeof earlierChoiceSchema>;

/** What of a choice the course remembers. */
export function carriedOn({ intention: _ofTheDay, ...choice }: Choice): EarlierChoice['choice'] {
  return choice;
}

/** The last choice that was made for the whole course; one made for a single day leaves it as it is. Null where none was. */
export function forCourse(earlier: readonly EarlierChoice[]): EarlierChoice | null {
  return earlier.findLast(({ choice }) => choice.scope === 'course') ?? null;
}

/** The set chosen for the whole course, by hash; null where none was, or something else than a set. */
export function courseSet(earlier: readonly EarlierChoice[]): string | null {
  const music = forCourse(earlier)?.choice.music ?? null;
  return music?.kind === 'set' ? music.musicHash : null;
}

/**
 * Where a patient begins: what they chose for the whole course, or nothing said yet. A set that is not offered any more is open
 * again. The volume is kept too, and heard before it counts.
 */
export function beginsWith(
  earlier: readonly EarlierChoice[],
  offered: ReadonlySet<string>,
  language: IntakeLanguage,
): Choice {
  const course = forCourse(earlier);
  if (course === null) return openChoice(language);
  const { music } = course.choice;
  const gone = music?.kind === 'set' && !offered.has(music.musicHash);
  return { ...course.choice, language, music: gone ? null : music, intention: null };
}

/**
 * When a set was chosen before: last time, at an earlier visit, or never (null).
 * @param earlier choices of the course, the last visit's first
 */
export function chosenBefore(
  earlier: readonly Pick<EarlierChoice, 'choice'>[],
  musicHash: string,
): 'lastTime' | 'before' | null {
  const at = earlier.findIndex(({ choice: { music } }) => music?.kind === 'set' && music.musicHash === musicHash);
  return at === 0 ? 'lastTime' : at > 0 ? 'before' : null;
}
