import type { ReactElement } from 'react';
import { usePatient, useShown } from './patient-context.ts';
import { Press } from './press.tsx';
import { usePatientText } from './use-patient-text.ts';

/** A hand to raise: it says so until somebody has come. */
export function HelpPress(): ReactElement {
  const { store } = usePatient();
  const { helpAsked } = useShown();
  const t = usePatientText();
  return (
    <Press pressed={helpAsked} onClick={() => (helpAsked ? undefined : void store.help())}>
      {helpAsked ? t('music.coming') : t('music.help')}
    </Press>
  );
}
