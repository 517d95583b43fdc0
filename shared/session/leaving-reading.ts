import { emptyParts } from '../vitals/validate.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { Session } from './state.ts';
import { standingReadings, type Taken } from './worst-reading.ts';

/** What of readings a score for leaving looks at. */
export const leavingParts = ['pressure', 'pulse', 'spo2', 'sedation'] as const;
export type LeavingPart = (typeof leavingParts)[number];

/** The values that a score for leaving is made from; they need not be of one reading. */
export interface LeavingValues {
  readonly parts: ReadingParts;
  /** The reading that each of them is from; missing where there is none. */
  readonly from: Readonly<Partial<Record<LeavingPart, Taken>>>;
}

function has({ parts }: Taken, part: LeavingPart): boolean {
  return part === 'pressure' ? parts.systolic !== null && parts.diastolic !== null : parts[part] !== null;
}

/**
 * Which oxygen a saturation was measured with, tenths of a litre a minute: what its reading says, else what stood then, since
 * oxygen stands until it is changed, else what was said first after it. Null: nobody said.
 */
function oxygenWith(readings: readonly Taken[], spo2: Taken | undefined): number | null {
  if (spo2 === undefined) return null;
  const said = readings.filter(({ parts }) => parts.oxygenTenths !== null);
  const place = readings.indexOf(spo2);
  const stood = said.findLast((reading) => readings.indexOf(reading) <= place) ?? said[0];
  return stood?.parts.oxygenTenths ?? null;
}

/**
 * The values that a score for leaving is made from: of each part the last one since the pump's stop, whichever reading it was
 * entered with. What was measured before it says nothing of how the patient is now, so that without one that is asked. Null
 * before the stop.
 */
export function valuesForLeaving(session: Pick<Session, 'readings' | 'stopped'>): LeavingValues | null {
  const { stopped } = session;
  if (stopped === null) return null;
  const readings = standingReadings(session).toSorted((a, b) => a.lifeMs - b.lifeMs);
  const since = readings.filter(({ lifeMs }) => lifeMs >= stopped.lifeMs);
  const last = (part: LeavingPart): Taken | undefined => since.findLast((reading) => has(reading, part));
  const from = Object.fromEntries(leavingParts.map((part) => [part, last(part)])) as LeavingValues['from'];
  return {
    from,
    parts: {
      ...emptyParts,
      systolic: from.pressure?.parts.systolic ?? null,
      diastolic: from.pressure?.parts.diastolic ?? null,
      pulse: from.pulse?.parts.pulse ?? null,
      spo2: from.spo2?.parts.spo2 ?? null,
      sedation: from.sedation?.parts.sedation ?? null,
      oxygenTenths: oxygenWith(readings, from.spo2),
    },
  };
}
