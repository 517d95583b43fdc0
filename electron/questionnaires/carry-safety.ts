import { openSafetyAnswers, type SafetyAnswer } from '../../shared/questionnaires/sheets.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import type { RecordClient } from '../record/client.ts';
import type { SessionRunner } from '../session/runner.ts';

/**
 * Brings along what nobody has spoken about with this patient yet, from other sessions and from between them, so that it
 * blocks this start; and a talk that let it go on and was written down elsewhere since, so that it does not block it any more.
 * Each is taken along once; where the record does not answer, the next look at the session does it.
 */
export async function carrySafety(runner: SessionRunner, record: Pick<RecordClient, 'courseOf'>): Promise<void> {
  const { phase, created, sessionId } = runner.ahead;
  if ((phase !== 'draft' && phase !== 'preChecks') || created.patientId === null) return;
  const found = await record.courseOf(created.patientId);
  if (!found.ok) return;
  const { infusions, between } = found.data;
  const elsewhere = [...infusions.filter((infusion) => infusion.sessionId !== sessionId), ...between];
  const open = openSafetyAnswers(elsewhere);
  const talks = talksToGoOn(elsewhere.flatMap(({ safety }) => safety));
  if (open.length === 0 && talks.size === 0) return;
  await runner.observe((session, now) => [
    ...open
      .filter(({ safetyId }) => session.safety.every((known) => known.safetyId !== safetyId))
      .map(({ safetyId, sheetId, answer, at: saidAt }) =>
        newEvent(session, { type: 'safetyCarried', safetyId, sheetId, answer, saidAt }, APP, now),
      ),
    ...openSafetyAnswers([session]).flatMap(({ safetyId, talks: own }) => {
      const talk = talks.get(safetyId);
      // What was decided here later stands.
      if (talk === undefined || talk.at <= (own.at(-1)?.at ?? 0)) return [];
      const { who, decision, words, by } = talk;
      return [newEvent(session, { type: 'safetySpoken', safetyIds: [safetyId], who, decision, words }, by, now)];
    }),
  ]);
}

/** The talk that settled each of these with "go on"; "not today" was said of another day, and is asked again here. */
function talksToGoOn(said: readonly SafetyAnswer[]): ReadonlyMap<string, SafetyAnswer['talks'][number]> {
  return new Map(
    said.flatMap(({ safetyId, talks }) => {
      const last = talks.at(-1);
      return last?.decision === 'goOn' ? [[safetyId, last] as const] : [];
    }),
  );
}
