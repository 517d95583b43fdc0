import type { Choice } from '../../shared/intake/choice.ts';
import type { OfferedSet } from '../../shared/intake/offered-set.ts';
import { fits, strengthOf, towards, type Towards } from '../../shared/intake/which-sets.ts';

/** What the cards were asked for: all, or those nearest to one of them. */
export interface Narrowed {
  readonly way: Towards;
  readonly from: OfferedSet;
}

/**
 * The cards to show: none with what is to be avoided; where something was asked of one card, that card and then what
 * answers, the nearest first; else in the order of the mood, or as they are offered.
 */
export function shownSets(
  sets: readonly OfferedSet[],
  choice: Pick<Choice, 'noVoices' | 'noDrums' | 'mood'>,
  narrowed: Narrowed | null,
): readonly OfferedSet[] {
  if (narrowed !== null) {
    const own = fits(narrowed.from, choice) ? [narrowed.from] : [];
    return [...own, ...towards(sets, narrowed.from, narrowed.way, choice)];
  }
  const fitting = sets.filter((set) => fits(set, choice));
  if (choice.mood === null) return fitting;
  const sign = choice.mood === 'calmer' ? 1 : -1;
  return fitting.toSorted((a, b) => sign * (strengthOf(a) - strengthOf(b)));
}
