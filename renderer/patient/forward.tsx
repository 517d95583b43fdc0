import type { ReactElement } from 'react';
import { usePatient } from './patient-context.ts';
import { usePatientText } from './use-patient-text.ts';
import { Press } from './press.tsx';

/** The way on: "Continue" once there is an answer, "Skip this" before; it always leads on. */
export function Forward({ answered, label }: { readonly answered: boolean; readonly label?: string }): ReactElement {
  const { store } = usePatient();
  const t = usePatientText();
  return (
    <Press tone={answered ? 'primary' : 'quiet'} onClick={() => store.next()}>
      {answered ? (label ?? t('next')) : t('skip')}
    </Press>
  );
}
