import { dueReadings } from '../../../../shared/session/due.ts';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import type { Session } from '../../../../shared/session/state.ts';

const standing = (readings: readonly ReadingState[]) => readings.filter((reading) => reading.withdrawn === null);

/** The reading with the highest systolic, and when; null without one. */
export function highestPressure(
  readings: readonly ReadingState[],
): { readonly systolic: number; readonly diastolic: number; readonly at: number } | null {
  const found = standing(readings).flatMap(({ parts, takenAt }) =>
    parts === null || parts.systolic === null || parts.diastolic === null
      ? []
      : [{ systolic: parts.systolic, diastolic: parts.diastolic, at: takenAt }],
  );
  return found.toSorted((a, b) => b.systolic - a.systolic)[0] ?? null;
}

/** The lowest SpO2, and when; null without one. */
export function lowestSpo2(readings: readonly ReadingState[]): { readonly spo2: number; readonly at: number } | null {
  const found = standing(readings).flatMap(({ parts, takenAt }) =>
    parts === null || parts.spo2 === null ? [] : [{ spo2: parts.spo2, at: takenAt }],
  );
  return found.toSorted((a, b) => a.spo2 - b.spo2)[0] ?? null;
}

/**
 * Scheduled readings that were taken, with every part that was asked for entered or said to be not obtained, of those whose
 * moment came: in the infusion until it ended, then until the patient left.
 */
export function onTime(session: Session, protocol: Protocol): { readonly taken: number; readonly due: number } {
  const { stopped, finished } = session;
  const came = dueReadings(session, protocol, session.life.at).filter(
    ({ state, from, lifeMs }) =>
      state === 'taken' ||
      state === 'notObtained' ||
      lifeMs <= ((from === 'start' ? (stopped ?? finished) : finished)?.lifeMs ?? Infinity),
  );
  return { taken: came.filter(({ state }) => state === 'taken').length, due: came.length };
}
