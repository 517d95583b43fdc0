import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

type IntakeRequests =
  | 'intake.open'
  | 'intake.close'
  | 'intake.intention'
  | 'intake.courseMusic'
  | 'intake.read'
  | 'intake.sets'
  | 'intake.keep'
  | 'intake.answer'
  | 'intake.endSheet'
  | 'intake.help'
  | 'intake.rest'
  | 'intake.leave';

/** Requests about the patient's choice; what the patient window may ask is refused while it is not theirs. */
export function intakeHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, IntakeRequests> {
  const open = async <T>(work: (desk: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    return found.ok ? work(found.data) : found;
  };
  return {
    'intake.open': (args) =>
      open(async (at) => {
        const staff = at.signedIn();
        if (staff === null) return failure('refused', 'access.signInNeeded');
        const opened = await at.intake.open(args, staff);
        // On the one display of this PC the patient would sit before everybody's records.
        if (opened.ok && at.patientScreen.covers()) await at.signOut();
        return opened;
      }),
    'intake.close': ({ sessionId }) =>
      open(async (at) => {
        const staff = at.signedIn();
        return staff === null ? failure('refused', 'access.signInNeeded') : at.intake.close(sessionId, staff);
      }),
    'intake.intention': ({ sessionId }) =>
      open(async (at) => {
        const staff = at.signedIn();
        return staff === null ? failure('refused', 'access.signInNeeded') : at.intake.intention(sessionId, staff);
      }),
    'intake.courseMusic': ({ courseId }) =>
      open(async (at) =>
        at.signedIn() === null
          ? failure('refused', 'access.signInNeeded')
          : success({ musicHash: await at.intake.setFor(courseId) }),
      ),
    'intake.read': () => open((at) => at.intake.read()),
    'intake.sets': ({ from }) => open((at) => at.intake.sets(from)),
    'intake.keep': ({ choice }) => open((at) => at.intake.keep(choice)),
    'intake.answer': (args) => open((at) => at.intake.answer(args)),
    'intake.endSheet': ({ sheetId }) => open((at) => at.intake.endSheet(sheetId)),
    'intake.help': () => open((at) => at.intake.help()),
    'intake.rest': () => open((at) => at.intake.rest()),
    'intake.leave': ({ staffId, pin }) =>
      open(async (at) => {
        const signed = await at.signIn(staffId, pin);
        if (!signed.ok) return signed;
        const staff = at.signedIn();
        return staff === null ? success({}) : at.intake.leave(staff);
      }),
  };
}
