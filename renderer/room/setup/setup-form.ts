import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { Role } from '../../../shared/people/people.ts';

/** The first run's form, as typed. */
export interface SetupForm {
  readonly roomName: string;
  readonly address: string;
  readonly emergencyNumbers: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly pinAgain: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly practice: boolean;
}

export const emptySetup: SetupForm = {
  roomName: '',
  address: '',
  emergencyNumbers: '',
  name: '',
  role: 'nurse',
  pin: '',
  pinAgain: '',
  passphrase: '',
  passphraseAgain: '',
  practice: true,
};

/** What is wrong with a field, as a key below `setup.error`. */
export type SetupErrorCode =
  | 'roomName'
  | 'name'
  | 'tooLong'
  | 'pin'
  | 'pinEasy'
  | 'pinAgain'
  | 'passphrase'
  | 'passphraseAgain';
export type SetupErrors = Readonly<Partial<Record<keyof SetupForm, SetupErrorCode>>>;

/** Minutes until patient data locks, until somebody changes it in the settings. */
const LOCK_AFTER_MINUTES = 5;

/** What is wrong with the form, by field; empty where it can be sent. `passphraseNeeded`: see `AppStatus`. */
export function setupErrors(form: SetupForm, passphraseNeeded: boolean): SetupErrors {
  const found: [keyof SetupForm, SetupErrorCode | null][] = [
    ['roomName', within(form.roomName, 40, 'roomName')],
    ['address', form.address.length > 300 ? 'tooLong' : null],
    ['emergencyNumbers', form.emergencyNumbers.length > 300 ? 'tooLong' : null],
    ['name', within(form.name, 120, 'name')],
    ['pin', pinError(form.pin)],
    ['pinAgain', form.pin === form.pinAgain ? null : 'pinAgain'],
    ['passphrase', passphraseNeeded && !isPassphrase(form.passphrase) ? 'passphrase' : null],
    ['passphraseAgain', passphraseNeeded && form.passphrase !== form.passphraseAgain ? 'passphraseAgain' : null],
  ];
  return Object.fromEntries(found.filter(([, code]) => code !== null));
}

/** The form as a request; only for a form without errors. */
export function setupRequest(form: SetupForm, passphraseNeeded: boolean): RequestArgs<'app.setUp'> {
  return {
    settings: {
      roomName: form.roomName.trim(),
      address: form.address.trim(),
      emergencyNumbers: form.emergencyNumbers.trim(),
      lockAfterMinutes: LOCK_AFTER_MINUTES,
    },
    staff: { name: form.name.trim(), role: form.role, pin: form.pin },
    passphrase: passphraseNeeded ? form.passphrase : null,
    practice: form.practice,
  };
}

/** What is wrong with a new PIN: not 4 to 8 digits, or one digit over and over, or a plain run. */
export function pinError(pin: string): 'pin' | 'pinEasy' | null {
  if (!/^\d{4,8}$/.test(pin)) return 'pin';
  const easy = /^(\d)\1+$/.test(pin) || '0123456789'.includes(pin) || '9876543210'.includes(pin);
  return easy ? 'pinEasy' : null;
}

function within<C extends SetupErrorCode>(text: string, longest: number, empty: C): C | 'tooLong' | null {
  if (text.trim() === '') return empty;
  return text.trim().length > longest ? 'tooLong' : null;
}

function isPassphrase(text: string): boolean {
  return text.length >= 8 && text.length <= 200;
}
