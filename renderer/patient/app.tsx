import { Activity, useEffect, type ReactElement } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { speak } from '../i18n/patient/start.ts';
import { LeftScreen } from './left-screen.tsx';
import { usePatient, usePresence, useShown } from './patient-context.ts';
import { RestingScreen } from './resting-screen.tsx';
import { ApproachScreen } from './screens/approach-screen.tsx';
import { AvoidScreen } from './screens/avoid-screen.tsx';
import { ComfortScreen } from './screens/comfort-screen.tsx';
import { DarkScreen } from './screens/dark-screen.tsx';
import { IntentionScreen } from './screens/intention-screen.tsx';
import { MusicScreen } from './screens/music-screen.tsx';
import { OwnScreen } from './screens/own-screen.tsx';
import { ScopeScreen } from './screens/scope-screen.tsx';
import { SheetScreen } from './screens/sheet-screen.tsx';
import { StopScreen } from './screens/stop-screen.tsx';
import { SummaryScreen } from './screens/summary-screen.tsx';
import { VolumeScreen } from './screens/volume-screen.tsx';
import { WelcomeScreen } from './screens/welcome-screen.tsx';
import type { Asking } from './intake-store.ts';
import type { Step } from './steps.ts';
import { usePatientText } from './use-patient-text.ts';
import styles from './app.module.css';

/** The whole patient window: a resting screen, or one question. */
export function App(): ReactElement {
  const { asking, screen } = useShown();
  const { listening } = usePatient();
  const t = usePatientText();
  const language = asking?.choice.language ?? null;
  useEffect(() => {
    if (language !== null) speak(language);
  }, [language]);
  const step = asking?.step ?? null;
  // What was listened to on one screen fades as soon as another one comes.
  useEffect(() => () => listening.stop(), [listening, step]);
  if (asking !== null) return <Asked asking={asking} />;
  return screen === 'waiting' ? (
    <RestingScreen title={null} text={t('waiting')} />
  ) : (
    <RestingScreen title={t('resting.title')} text={t('resting.text')} />
  );
}

/** One question, as it was left: while nobody is there it is out of sight, and nothing on it is lost. */
function Asked({ asking }: { readonly asking: Asking }): ReactElement {
  const presence = usePresence();
  const isLeft = presence === 'asked' || presence === 'away';
  const [sheet] = asking.sheets;
  return (
    <>
      <Activity mode={isLeft ? 'hidden' : 'visible'}>
        <div className={presence === 'back' ? styles.settling : styles.question}>
          {sheet === undefined ? (
            <Question key={asking.step} step={asking.step} />
          ) : (
            <SheetScreen key={sheet.sheetId} sheet={sheet} />
          )}
        </div>
      </Activity>
      {isLeft ? <LeftScreen resting={presence === 'away'} /> : null}
    </>
  );
}

function Question({ step }: { readonly step: Step }): ReactElement {
  switch (step) {
    case 'welcome':
      return <WelcomeScreen />;
    case 'volume':
      return <VolumeScreen />;
    case 'music':
      return <MusicScreen />;
    case 'own':
      return <OwnScreen />;
    case 'scope':
      return <ScopeScreen />;
    case 'intention':
      return <IntentionScreen />;
    case 'comfort':
      return <ComfortScreen />;
    case 'dark':
      return <DarkScreen />;
    case 'approach':
      return <ApproachScreen />;
    case 'stop':
      return <StopScreen />;
    case 'avoid':
      return <AvoidScreen />;
    case 'summary':
      return <SummaryScreen />;
    default:
      return assertNever(step);
  }
}
