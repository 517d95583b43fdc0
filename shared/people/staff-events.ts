import * as z from 'zod/mini';
import type { RecordedEvent } from '../session/event.ts';
import { roles, staffSchema, type Staff } from './people.ts';

/** Version of the staff bodies written today. */
export const STAFF_BODY_VERSION = 1;

const name = z.string().check(z.minLength(1), z.maxLength(120));
/** A PIN's hash in its stored form; made and read in main only. */
const pinHash = z.string().check(z.minLength(1), z.maxLength(500));

/** Bodies of the stream `staff:<id>`. The hash of a PIN is in them, a PIN never. */
export const staffBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('staffAdded'), name, role: z.enum(roles), pinHash }),
  z.object({ type: z.literal('staffEdited'), name, role: z.enum(roles), active: z.boolean() }),
  z.object({ type: z.literal('staffPinChanged'), pinHash }),
]);
export type StaffBody = z.infer<typeof staffBodySchema>;

/** A staff member with the hash of their PIN: for main alone. */
export const staffRecordSchema = z.extend(staffSchema, { pinHash: z.string() });
export type StaffRecord = z.infer<typeof staffRecordSchema>;

/** The stream of one staff member. */
export function staffStream(staffId: string): string {
  return `staff:${staffId}`;
}

/** A staff member after one more event; null before they were added. */
export function staffAfter(
  staff: StaffRecord | null,
  event: Pick<RecordedEvent<StaffBody>, 'stream' | 'body'>,
): StaffRecord | null {
  const { body } = event;
  if (body.type === 'staffAdded') {
    const staffId = event.stream.slice(staffStream('').length);
    return { staffId, name: body.name, role: body.role, active: true, pinHash: body.pinHash };
  }
  if (staff === null) return null;
  return body.type === 'staffPinChanged'
    ? { ...staff, pinHash: body.pinHash }
    : { ...staff, name: body.name, role: body.role, active: body.active };
}

/** What every window may see of a staff member. */
export function withoutPin(staff: StaffRecord): Staff {
  return { staffId: staff.staffId, name: staff.name, role: staff.role, active: staff.active };
}
