import type { ReadingParts } from '../vitals/reading.ts';
import { changeShare, type Scale } from './scale.ts';

const twoOneNone = [2, 1, 0] as const;

/** Modified PADSS, 0 to 10, fit from 9 and with a competent adult escort. Bleeding means the site of the line. */
export const padss: Scale = {
  id: 'padss',
  variant: 'Modified PADSS; bleeding read as bleeding at the IV site',
  source: 'F. Chung, Toronto; clinician.com/articles/38390',
  items: [
    { id: 'vitals', scores: twoOneNone },
    { id: 'ambulation', scores: twoOneNone },
    { id: 'nausea', scores: twoOneNone },
    { id: 'pain', scores: twoOneNone },
    { id: 'bleeding', scores: twoOneNone },
  ],
  max: 10,
};

/** Blood pressure and pulse against the values before: the worse of the two; within 20 % is 2, up to 40 % is 1. */
function vitals(baseline: ReadingParts | null, last: ReadingParts): number | null {
  const shares = [changeShare(baseline?.systolic, last.systolic), changeShare(baseline?.pulse, last.pulse)];
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return null;
  const worst = Math.max(...known);
  if (worst <= 0.2) return 2;
  return worst <= 0.4 ? 1 : 0;
}

/** What of readings the item that can be read is read from. */
export const padssParts = { vitals: ['pressure', 'pulse'] } as const;

/** What the last values say by themselves, for the nurse to accept or change; other items stay open. */
export function padssFrom(baseline: ReadingParts | null, last: ReadingParts | null): Readonly<Record<string, number>> {
  const score = last === null ? null : vitals(baseline, last);
  return score === null ? {} : { vitals: score };
}
