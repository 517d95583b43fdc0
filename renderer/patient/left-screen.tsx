import { useEffect, useRef, type ReactElement } from 'react';
import { usePatient } from './patient-context.ts';
import { Press } from './press.tsx';
import { RestingScreen } from './resting-screen.tsx';
import { usePatientText } from './use-patient-text.ts';

/** In the place of a question that nobody answers: first whether they are still there, then rest. One touch leads back. */
export function LeftScreen({ resting }: { readonly resting: boolean }): ReactElement {
  const { presence } = usePatient();
  const t = usePatientText();
  const press = useRef<HTMLButtonElement>(null);
  useEffect(() => press.current?.focus(), []);
  return (
    <RestingScreen title={resting ? t('resting.title') : t('left.title')} text={t('left.text')}>
      <Press ref={press} tone="primary" onClick={presence.wake}>
        {resting ? t('left.goOn') : t('left.here')}
      </Press>
    </RestingScreen>
  );
}
