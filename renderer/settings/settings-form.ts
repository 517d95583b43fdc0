import type { Settings } from '../../shared/ipc/contract.ts';

/** The settings as typed. */
export interface SettingsForm {
  readonly roomName: string;
  readonly address: string;
  readonly emergencyNumbers: string;
  readonly lockAfterMinutes: string;
}

export type SettingsErrors = Readonly<Partial<Record<keyof SettingsForm, 'roomName' | 'tooLong' | 'lock'>>>;

export function formOf(settings: Settings): SettingsForm {
  return { ...settings, lockAfterMinutes: String(settings.lockAfterMinutes) };
}

/** What is wrong with the form, by field, as keys below `settings.error`. */
export function settingsErrors(form: SettingsForm): SettingsErrors {
  const name = form.roomName.trim();
  const minutes = Number(form.lockAfterMinutes);
  const lockOk = form.lockAfterMinutes.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 120;
  return {
    ...(name === '' || name.length > 40 ? { roomName: 'roomName' as const } : {}),
    ...(form.address.length > 300 ? { address: 'tooLong' as const } : {}),
    ...(form.emergencyNumbers.length > 300 ? { emergencyNumbers: 'tooLong' as const } : {}),
    ...(lockOk ? {} : { lockAfterMinutes: 'lock' as const }),
  };
}

/** The form as it is saved; only for a form without errors. */
export function settingsOf(form: SettingsForm): Settings {
  return {
    roomName: form.roomName.trim(),
    address: form.address.trim(),
    emergencyNumbers: form.emergencyNumbers.trim(),
    lockAfterMinutes: Number(form.lockAfterMinutes),
  };
}
