import { lockedScreenCommands } from '../../shared/session/can.ts';
import { signedEntries } from '../../shared/session/signed-entries.ts';
import type { Author } from '../../shared/session/event.ts';
import type { CommandEnvelope, SessionCommand, SessionCommandType } from '../../shared/session/command.ts';
import type { Role, Staff } from '../../shared/people/people.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';

/** A therapist sees and writes notes; readings, the order and the pump are the nurse's. */
const closedToTherapists: readonly SessionCommandType[] = [
  'takeReading',
  'readingNotObtained',
  'amendReading',
  'withdrawReading',
  'enterOrder',
  'checkOrder',
  'acceptBaseline',
  'beginBaselineRest',
  'noteCuff',
  'start',
  'giveMedication',
  'declineMedication',
  'checkMedication',
  'withdrawMedication',
  'notePumpRate',
  'readPumpTotal',
  'withdrawPumpNote',
  'answerCall',
  'recordDose',
  'score',
];

/** Whether the nurse's window may send it: what the patient says, and where their screen stands, is main's to write down. */
export function isOfRoom(command: SessionCommand): boolean {
  if (command.type === 'keepIntake') return command.by === 'staff' && command.music === null;
  if (command.type === 'beginQuestionnaire') return command.by === 'staff';
  return !['openIntake', 'askIntakeHelp', 'restIntake', 'closeIntake'].includes(command.type);
}

/** Who may override a blocked start and sign a telephone order. */
export const prescriberRoles: readonly Role[] = ['clinician', 'owner'];

/** Checks a PIN; `roles` null takes anybody of the staff. */
export type PinCheck = (staffId: string, pin: string, roles: readonly Role[] | null) => Promise<Answer<Staff>>;

/** Whose entry a command is, or why it may not be made by whoever is at the screen. */
export function authorOf(command: SessionCommand, signedIn: Staff | null): Answer<Author> {
  if (signedIn === null) {
    return lockedScreenCommands.has(command.type)
      ? success({ kind: 'unsigned' })
      : failure('refused', 'access.signInNeeded');
  }
  if (signedIn.role === 'therapist' && closedToTherapists.includes(command.type))
    return failure('refused', 'access.notYourRole');
  return success({ kind: 'staff', staffId: signedIn.staffId });
}

/** Whose entry it is: of whoever is at the screen, or of somebody else who signs for this one by their own PIN. */
export async function whoseEntry(
  { command, as }: Pick<CommandEnvelope, 'command' | 'as'>,
  signedIn: Staff | null,
  check: PinCheck,
): Promise<Answer<Author>> {
  if (as === undefined) return authorOf(command, signedIn);
  if (!signedEntries.has(command.type)) return failure('refused', 'access.notForAnother');
  // A PIN for one entry opens nothing that a locked screen keeps closed.
  if (signedIn === null && !lockedScreenCommands.has(command.type)) return failure('refused', 'access.signInNeeded');
  const checked = await check(as.staffId, as.pin, null);
  return checked.ok ? authorOf(command, checked.data) : checked;
}

/** Checks the PIN that a command carries, where it carries one. */
export async function checkPins(command: SessionCommand, check: PinCheck): Promise<Answer<null>> {
  const asked = pinOf(command);
  if (asked === null) return success(null);
  const checked = await check(asked.staffId, asked.pin, asked.roles);
  return checked.ok ? success(null) : checked;
}

/** The envelope as it may go on: without PINs, which neither rules nor record ever see. */
export function withoutPins({ as: _as, ...envelope }: CommandEnvelope): CommandEnvelope {
  return { ...envelope, command: blank(envelope.command) };
}

const BLANK = '0000';

function blank(command: SessionCommand): SessionCommand {
  if (command.type === 'signSession' || command.type === 'cosignSession' || command.type === 'addAddendum')
    return { ...command, pin: BLANK };
  if (command.type === 'signCallOrder' || command.type === 'checkMedication') return { ...command, pin: BLANK };
  if (command.type === 'checkOrder' || command.type === 'signCheck' || command.type === 'signTelephoneOrder')
    return { ...command, pin: BLANK };
  if ((command.type === 'override' || command.type === 'decideGate') && command.by.kind === 'prescriber')
    return { ...command, by: { ...command.by, pin: BLANK } };
  if (command.type === 'recordDose' && command.witness !== null)
    return { ...command, witness: { ...command.witness, pin: BLANK } };
  return command;
}

function pinOf(
  command: SessionCommand,
): { readonly staffId: string; readonly pin: string; readonly roles: readonly Role[] | null } | null {
  switch (command.type) {
    case 'checkOrder':
    case 'signCheck':
    case 'checkMedication':
      return { staffId: command.checkerId, pin: command.pin, roles: ['nurse', 'clinician', 'owner'] };
    case 'signTelephoneOrder':
    case 'signCallOrder':
    case 'signSession':
    case 'cosignSession':
      return { staffId: command.staffId, pin: command.pin, roles: prescriberRoles };
    case 'override':
    case 'decideGate':
      return command.by.kind === 'prescriber'
        ? { staffId: command.by.staffId, pin: command.by.pin, roles: prescriberRoles }
        : null;
    case 'addAddendum':
      return { staffId: command.staffId, pin: command.pin, roles: null };
    case 'recordDose':
      return command.witness === null ? null : { ...command.witness, roles: null };
    default:
      return null;
  }
}
