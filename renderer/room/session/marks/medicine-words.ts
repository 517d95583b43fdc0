import type { TFunction } from 'i18next';
import type { DeclinedMedicine, GivenMedicine } from '../../../../shared/session/medicine-state.ts';

/** A medicine and what was done with it, in words. */
export function medicineWords(t: TFunction, medicine: GivenMedicine | DeclinedMedicine): string {
  const { drug, dose, route } = medicine;
  const words = t('events.medicine.one', { drug, dose, route });
  return t(medicine.type === 'medicationGiven' ? 'events.medicine.wasGiven' : 'events.medicine.wasDeclined', { words });
}
