import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { PinRefusal } from '../../shared/people/audit-events.ts';
import type { Role, Staff } from '../../shared/people/people.ts';
import type { Author } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';
import { createAudit, type Audit } from './audit.ts';
import { createPinLimiter, type PinLimiter } from './pin-limiter.ts';
import { pinFits } from './pin.ts';

/** Who may come in, and whose PIN stands behind an act. */
export interface StaffAccess {
  readonly signIn: (staffId: string, pin: string, now: ClockReading) => Promise<Answer<Staff>>;
  readonly signOut: (staffId: string, now: ClockReading) => Promise<void>;
  /** A PIN asked for one act, by one of these roles; null takes anybody of the staff. */
  readonly checkPin: (
    staffId: string,
    pin: string,
    roles: readonly Role[] | null,
    now: ClockReading,
  ) => Promise<Answer<Staff>>;
}

/** Failures of a PIN, by code; `access.mustWait` carries `seconds`. */
export const pinFailureCodes: Readonly<Record<PinRefusal, string>> = {
  wrongPin: 'access.wrongPin',
  mustWait: 'access.mustWait',
  unknown: 'access.unknownStaff',
  left: 'access.staffLeft',
  roleMissing: 'access.roleMissing',
};

/** What PINs are checked against. */
interface Door {
  readonly record: RecordClient;
  readonly limiter: PinLimiter;
}

type Refused = { readonly why: PinRefusal; readonly seconds: number };

/** Access of the staff of one record. PINs are checked one after another: many at once try no more than one by one. */
export function createStaffAccess(record: RecordClient, limiter: PinLimiter = createPinLimiter()): StaffAccess {
  const door: Door = { record, limiter };
  const audit = createAudit(record);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    signIn: (staffId, pin, now) =>
      inTurn(async () => {
        const tried = await tryPin(door, staffId, pin, null, now);
        if (tried.ok && !('why' in tried.data))
          await audit.note(staffAuthor(staffId), { type: 'signedIn', staffId }, now);
        return refusing(tried, (why) => audit.note(app, { type: 'signInFailed', staffId, why }, now));
      }),
    signOut: (staffId, now) => audit.note(staffAuthor(staffId), { type: 'signedOut', staffId }, now),
    checkPin: (staffId, pin, roles, now) =>
      inTurn(async () => {
        const tried = await tryPin(door, staffId, pin, roles, now);
        return refusing(tried, (why) => audit.note(app, { type: 'pinRefused', staffId, why }, now));
      }),
  };
}

const app: Author = { kind: 'app' };
const staffAuthor = (staffId: string): Author => ({ kind: 'staff', staffId });

type Tried = Answer<Staff | Refused>;

async function tryPin(
  { record, limiter }: Door,
  staffId: string,
  pin: string,
  roles: readonly Role[] | null,
  now: ClockReading,
): Promise<Tried> {
  const [staff, secret] = await Promise.all([record.staff(), record.staffSecret(staffId)]);
  if (!staff.ok) return staff;
  if (!secret.ok) return secret;
  const person = staff.data.find((one) => one.staffId === staffId);
  if (person === undefined || secret.data === null) return refused('unknown');
  const waitMs = limiter.waitMs(staffId, now.monotonicMs);
  if (waitMs > 0) return refused('mustWait', Math.ceil(waitMs / 1_000));
  if (!(await pinFits(pin, secret.data))) {
    limiter.wrong(staffId, now.monotonicMs);
    return refused('wrongPin');
  }
  limiter.right(staffId);
  if (!person.active) return refused('left');
  if (roles !== null && !roles.includes(person.role)) return refused('roleMissing');
  return success(person);
}

function refused(why: PinRefusal, seconds = 0): Tried {
  return success({ why, seconds });
}

async function refusing(tried: Tried, note: (why: PinRefusal) => ReturnType<Audit['note']>): Promise<Answer<Staff>> {
  if (!tried.ok) return tried;
  if (!('why' in tried.data)) return success(tried.data);
  const { why, seconds } = tried.data;
  await note(why);
  return failure('refused', pinFailureCodes[why], why === 'mustWait' ? { seconds } : {}, 'pin');
}
