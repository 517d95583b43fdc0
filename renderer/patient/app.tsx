import { useEffect, type ReactElement } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { speak } from '../i18n/patient/start.ts';
import { usePatient, useShown } from './patient-context.ts';
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
import type { Step } from './steps.ts';

/** The whole patient window: a resting screen, or one question. */
export function App(): ReactElement {
  const { asking, screen } = useShown();
  const { listening } = usePatient();
  const language = asking?.choice.language ?? null;
  useEffect(() => {
    if (language !== null) speak(language);
  }, [language]);
  const step = asking?.step ?? null;
  // What was listened to on one screen fades as soon as another one comes.
  useEffect(() => () => listening.stop(), [listening, step]);
  if (asking === null) return <RestingScreen waiting={screen === 'waiting'} />;
  const [sheet] = asking.sheets;
  if (sheet !== undefined) return <SheetScreen key={sheet.sheetId} sheet={sheet} />;
  return <Question key={asking.step} step={asking.step} />;
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
