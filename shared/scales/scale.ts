/** One item of a scale; each score has its sentence in the text catalogue: `scale.<scale>.<item>.<score>`. */
export interface ScaleItem {
  readonly id: string;
  readonly scores: readonly number[];
}

export interface Scale {
  readonly id: 'aldrete' | 'padss';
  /** Printed with every score: variants of these tables differ. */
  readonly variant: string;
  readonly source: string;
  readonly items: readonly ScaleItem[];
  readonly max: number;
}

/** Sum of a scale's items; null where an item is missing, unknown or has a score the scale does not know. */
export function scoreOf(scale: Scale, items: Readonly<Record<string, number>>): number | null {
  if (Object.keys(items).length !== scale.items.length) return null;
  let total = 0;
  for (const item of scale.items) {
    const score = items[item.id];
    if (score === undefined || !item.scores.includes(score)) return null;
    total += score;
  }
  return total;
}

/** Change against the value before the infusion, as a share; null where either is missing. */
export function changeShare(before: number | null | undefined, now: number | null | undefined): number | null {
  if (before === null || before === undefined || before === 0 || now === null || now === undefined) return null;
  return Math.abs(now - before) / before;
}
