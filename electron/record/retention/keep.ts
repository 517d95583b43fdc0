import { randomUUID } from 'node:crypto';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { AUDIT_BODY_VERSION, AUDIT_STREAM, type AuditBody } from '../../../shared/people/audit-events.ts';
import type { ErasureRule } from '../../../shared/people/erasure-events.ts';
import {
  noRetention,
  quietBefore,
  RETENTION_BODY_VERSION,
  RETENTION_STREAM,
  retentionAfter,
  retentionBodySchema,
  type Retention,
  type RetentionBody,
} from '../../../shared/people/retention.ts';
import type { Author } from '../../../shared/session/event.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import type { RecordClient } from '../client.ts';

type Nothing = Record<string, never>;

/** The rule as it stands and the patients held. */
export async function readRetention(record: RecordClient): Promise<Answer<Retention>> {
  const events = await record.allOf(RETENTION_STREAM);
  if (!events.ok) return events;
  const rule = events.data.reduce((now, event) => {
    // A line about somebody erased is gone: their hold had been lifted before.
    const body = retentionBodySchema.safeParse(event.body);
    return body.success ? retentionAfter(now, { ...event, body: body.data }) : now;
  }, noRetention);
  return success(rule, events.seq);
}

/** Sets how many whole years after the last entry a patient's record may be erased; null: no rule. */
export async function setYears(
  record: RecordClient,
  years: number | null,
  author: Author,
  now: ClockReading,
): Promise<Answer<Nothing>> {
  return write(record, { type: 'yearsSet', years }, author, now);
}

/** Holds a patient's record, or lifts the hold. */
export async function setHold(
  record: RecordClient,
  { patientId, held, reason }: { readonly patientId: string; readonly held: boolean; readonly reason: string },
  author: Author,
  now: ClockReading,
): Promise<Answer<Nothing>> {
  const patient = await record.patient(patientId);
  if (!patient.ok) return patient;
  if (patient.data === null) return failure('refused', 'people.patientUnknown');
  const rule = await readRetention(record);
  if (!rule.ok) return rule;
  if (rule.data.holds.has(patientId) === held)
    return failure('refused', held ? 'retention.heldAlready' : 'retention.notHeld');
  return write(record, { type: held ? 'holdPlaced' : 'holdLifted', patientId, reason }, author, now);
}

/** Erases a patient: under the clinic's rule when their time is over, or at a request that the clinic granted. */
export async function erase(
  record: RecordClient,
  { patientId, why, reason }: { readonly patientId: string; readonly why: ErasureRule; readonly reason: string },
  author: Author,
  now: ClockReading,
): Promise<Answer<{ readonly entries: number }>> {
  const rule = await readRetention(record);
  if (!rule.ok) return rule;
  if (rule.data.holds.has(patientId)) return failure('refused', 'retention.held');
  const { years } = rule.data;
  if (why === 'years') {
    if (years === null) return failure('refused', 'retention.noRule');
    const quiet = await record.quietSince(patientId);
    if (!quiet.ok) return quiet;
    if (quiet.data === null) return failure('refused', 'people.patientUnknown');
    if (quiet.data >= quietBefore(now.wallMs, years)) return failure('refused', 'retention.tooSoon', { years });
  }
  const done = await record.erasePatient({
    patientId,
    erasureId: randomUUID(),
    rule: why === 'years' ? `years:${years}` : why,
    reason,
    author,
    recordedAt: now,
  });
  return done;
}

/** A line of the rule's stream with its line in the audit, together or not at all. */
async function write(
  record: RecordClient,
  body: RetentionBody,
  author: Author,
  now: ClockReading,
): Promise<Answer<Nothing>> {
  const audit: AuditBody =
    body.type === 'yearsSet'
      ? { type: 'retentionSet', years: body.years }
      : { type: body.type, patientId: body.patientId };
  const line = { occurredAt: now.wallMs, sessionMs: null, author };
  const common = { expectedSeq: null, commandId: null, recordedAt: now };
  const saved = await record.appendAll([
    { ...common, stream: RETENTION_STREAM, version: RETENTION_BODY_VERSION, events: [{ ...line, body }] },
    { ...common, stream: AUDIT_STREAM, version: AUDIT_BODY_VERSION, events: [{ ...line, body: audit }] },
  ]);
  return saved.ok ? success({}) : saved;
}
