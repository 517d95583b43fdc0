import type { ReadingParts } from '../vitals/reading.ts';
import { changeShare, type Scale } from './scale.ts';

const twoOneNone = [2, 1, 0] as const;

/** Modified Aldrete score, 0 to 10, fit from 9. Circulation counts per cent of the value before sedation, not mmHg. */
export const aldrete: Scale = {
  id: 'aldrete',
  variant: 'Modified Aldrete (1995), circulation in per cent of the value before',
  source: 'Aldrete 1995; table 2 of doi 10.3748/wjg.v21.i12.3671',
  items: [
    { id: 'activity', scores: twoOneNone },
    { id: 'respiration', scores: twoOneNone },
    { id: 'circulation', scores: twoOneNone },
    { id: 'consciousness', scores: twoOneNone },
    { id: 'oxygen', scores: twoOneNone },
  ],
  max: 10,
};

/** Blood pressure against the value before: within 20 % is 2, up to 50 % is 1. */
function circulation(baseline: ReadingParts | null, last: ReadingParts): number | null {
  const share = changeShare(baseline?.systolic, last.systolic);
  if (share === null) return null;
  if (share <= 0.2) return 2;
  return share < 0.5 ? 1 : 0;
}

/** Saturation: above 92 % on room air is 2; above 90 % with oxygen is 1. Null where it was not said whether oxygen was given. */
function oxygen({ spo2, oxygenTenths }: ReadingParts): number | null {
  if (spo2 === null || oxygenTenths === null) return null;
  if (oxygenTenths === 0 && spo2 > 92) return 2;
  return spo2 >= 90 ? 1 : 0;
}

/**
 * RASS 0 and above is awake; -1 to -3 answers to a voice; below, or not roused, does not. MOAA/S 5 answers readily; 4 and 3
 * answer to their name, 3 when it is called loudly; below it takes a touch.
 */
function consciousness({ sedation }: ReadingParts): number | null {
  if (sedation === null) return null;
  if (sedation.kind === 'notRoused') return 0;
  if (sedation.kind === 'moaas') return sedation.value === 5 ? 2 : sedation.value >= 3 ? 1 : 0;
  if (sedation.value >= 0) return 2;
  return sedation.value >= -3 ? 1 : 0;
}

/** What of readings each item that can be read is read from. */
export const aldreteParts = { circulation: ['pressure'], consciousness: ['sedation'], oxygen: ['spo2'] } as const;

/** What the last values say by themselves, for the nurse to accept or change; other items stay open. */
export function aldreteFrom(
  baseline: ReadingParts | null,
  last: ReadingParts | null,
): Readonly<Record<string, number>> {
  if (last === null) return {};
  const found = { circulation: circulation(baseline, last), consciousness: consciousness(last), oxygen: oxygen(last) };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, number] => entry[1] !== null));
}
