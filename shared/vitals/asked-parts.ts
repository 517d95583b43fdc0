import type { ReadingParts } from './reading.ts';

/** What a reading of the schedule can be asked to consist of. Blood pressure is one part; oxygen, position and arm stand by themselves. */
export const askedParts = ['pressure', 'spo2', 'pulse', 'respirations', 'sedation', 'symptoms'] as const;
export type AskedPart = (typeof askedParts)[number];

/** Which of them a reading has. "Resting, not roused" and "no symptoms" are answers. */
export function askedPartsIn(parts: ReadingParts): readonly AskedPart[] {
  const has: Readonly<Record<AskedPart, boolean>> = {
    pressure: parts.systolic !== null && parts.diastolic !== null,
    spo2: parts.spo2 !== null,
    pulse: parts.pulse !== null,
    respirations: parts.respirations !== null,
    sedation: parts.sedation !== null,
    symptoms: parts.symptoms != null,
  };
  return askedParts.filter((part) => has[part]);
}
