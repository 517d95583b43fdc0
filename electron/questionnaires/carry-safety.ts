import { openSafetyAnswers } from '../../shared/questionnaires/sheets.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import type { RecordClient } from '../record/client.ts';
import type { SessionRunner } from '../session/runner.ts';

/**
 * Brings along what nobody has spoken about with this patient yet, from other sessions and from between them, so that it
 * blocks this start. Each is taken along once; where the record does not answer, the next look at the session does it.
 */
export async function carrySafety(runner: SessionRunner, record: Pick<RecordClient, 'courseOf'>): Promise<void> {
  const { phase, created, sessionId } = runner.ahead;
  if ((phase !== 'draft' && phase !== 'preChecks') || created.patientId === null) return;
  const found = await record.courseOf(created.patientId);
  if (!found.ok) return;
  const { infusions, between } = found.data;
  const elsewhere = infusions.filter((infusion) => infusion.sessionId !== sessionId);
  const open = openSafetyAnswers([...elsewhere, ...between]);
  if (open.length === 0) return;
  await runner.observe((session, now) =>
    open
      .filter(({ safetyId }) => session.safety.every((known) => known.safetyId !== safetyId))
      .map(({ safetyId, sheetId, answer, at: saidAt }) =>
        newEvent(session, { type: 'safetyCarried', safetyId, sheetId, answer, saidAt }, APP, now),
      ),
  );
}
