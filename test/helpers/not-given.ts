import type { Nurse } from './nurse.ts';

/**
 * A session of a made-up patient born on 5 March 1978, with a note, that was postponed: it is over, and the room stays free.
 * Without a note it is left as it was created.
 */
export async function notGiven(nurse: Nurse, name: string, note: string | null): Promise<void> {
  const details = { name, birthDate: '1978-03-05', allergies: '' };
  const patient = await nurse.request('patients.create', { details, knownDuplicate: true });
  if (!patient.ok) throw new Error(patient.code);
  const created = await nurse.request('sessions.create', {
    ...{ practice: false, patientId: patient.data.patientId, courseId: null, plannedMs: 3_000_000, musicHash: null },
  });
  if (!created.ok) throw new Error(created.code);
  if (note === null) return;
  const { sessionId } = created.data;
  const commands = [
    { type: 'beginPreChecks' },
    { type: 'note', text: note },
    { type: 'doNotGive', reason: 'Slept badly', postponed: true },
  ] as const;
  for (const [index, command] of commands.entries()) {
    const sent = { sessionId, commandId: `${sessionId}-${index}`, seenSeq: index + 1, command };
    const answer = await nurse.request('session.command', sent);
    if (!answer.ok) throw new Error(answer.code);
  }
}
