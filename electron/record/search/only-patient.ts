import type { SessionRow } from '../../../shared/people/people.ts';

/** The patient that all of these sessions are of; null where there are none, or of several, or of nobody known. */
export function onlyPatientOf(sessions: readonly Pick<SessionRow, 'patientId'>[]): string | null {
  const patientId = sessions[0]?.patientId ?? null;
  return sessions.every((row) => row.patientId === patientId) ? patientId : null;
}
