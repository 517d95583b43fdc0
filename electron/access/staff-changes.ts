import { randomUUID } from 'node:crypto';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { AuditBody } from '../../shared/people/audit-events.ts';
import type { Role, Staff } from '../../shared/people/people.ts';
import { STAFF_BODY_VERSION, staffStream, type StaffBody } from '../../shared/people/staff-events.ts';
import type { Author } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';
import { auditAppend, auditEvent } from './audit.ts';
import { hashPin, isPin } from './pin.ts';

const notAPin = failure('invalid', 'access.pinForm', {}, 'pin');

/** Adds a staff member with a PIN. The first one of all is added by the app. */
export async function addStaff(
  record: RecordClient,
  { name, role, pin }: { readonly name: string; readonly role: Role; readonly pin: string },
  author: Author,
  now: ClockReading,
): Promise<Answer<{ staffId: string }>> {
  const named = name.trim();
  if (named === '') return failure('invalid', 'people.nameMissing', {}, 'name');
  if (!isPin(pin)) return notAPin;
  const staffId = randomUUID();
  const body: StaffBody = { type: 'staffAdded', name: named, role, pinHash: await hashPin(pin) };
  const saved = await change(record, staffId, 0, body, { type: 'staffAdded', staffId, role }, author, now);
  return saved.ok ? success({ staffId }) : saved;
}

/** Changes a staff member's name or role, or notes that they left (or are back). */
export async function editStaff(
  record: RecordClient,
  { staffId, name, role, active }: Staff,
  author: Author,
  now: ClockReading,
): Promise<Answer<Record<string, never>>> {
  const named = name.trim();
  if (named === '') return failure('invalid', 'people.nameMissing', {}, 'name');
  const body: StaffBody = { type: 'staffEdited', name: named, role, active };
  return changeKnown(record, staffId, body, { type: 'staffEdited', staffId, role, active }, author, now);
}

/** Gives a staff member another PIN. */
export async function changePin(
  record: RecordClient,
  { staffId, pin }: { readonly staffId: string; readonly pin: string },
  author: Author,
  now: ClockReading,
): Promise<Answer<Record<string, never>>> {
  if (!isPin(pin)) return notAPin;
  const body: StaffBody = { type: 'staffPinChanged', pinHash: await hashPin(pin) };
  return changeKnown(record, staffId, body, { type: 'staffPinChanged', staffId }, author, now);
}

async function changeKnown(
  record: RecordClient,
  staffId: string,
  body: StaffBody,
  audited: AuditBody,
  author: Author,
  now: ClockReading,
): Promise<Answer<Record<string, never>>> {
  const known = await record.allOf(staffStream(staffId));
  if (!known.ok) return known;
  if (known.data.length === 0) return failure('refused', 'access.unknownStaff');
  const saved = await change(record, staffId, known.data.length, body, audited, author, now);
  return saved.ok ? success({}) : saved;
}

/** The change and its line in the audit, together or not at all. */
function change(
  record: RecordClient,
  staffId: string,
  expectedSeq: number,
  body: StaffBody,
  audited: AuditBody,
  author: Author,
  now: ClockReading,
): ReturnType<RecordClient['appendAll']> {
  const event = { occurredAt: now.wallMs, sessionMs: null, author, body };
  return record.appendAll([
    {
      stream: staffStream(staffId),
      expectedSeq,
      commandId: null,
      recordedAt: now,
      version: STAFF_BODY_VERSION,
      events: [event],
    },
    auditAppend([auditEvent(author, audited, now)], now),
  ]);
}
