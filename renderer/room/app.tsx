import { useEffect, useState, type ReactElement } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/ipc/answer.ts';
import { useRoom } from '../client/room-context.ts';
import { useStatus } from '../client/session-store.ts';
import { BrokenScreen } from './waiting/broken-screen.tsx';
import { BusyScreen } from './waiting/busy-screen.tsx';
import { RestoringScreen } from './waiting/restoring-screen.tsx';
import { WaitingScreen } from './waiting/waiting-screen.tsx';
import { OpenRoom } from './shell/open-room.tsx';
import { RecoveryStep } from './setup/recovery-step.tsx';
import { SetupScreen } from './setup/setup-screen.tsx';
import { PassphraseScreen } from './sign-in/passphrase-screen.tsx';

/** While main does not answer, the window asks again after this long, ms. */
const CONNECT_AGAIN_MS = 3_000;

/** What the record is closed for, until somebody has read how that ended. */
type ClosedFor = 'busy' | 'restoring';

/** The whole room window: what is on the screen follows from the app's status. */
export function App(): ReactElement {
  const failure = useConnection();
  const status = useStatus();
  const [closedFor, setClosedFor] = useState<ClosedFor | null>(null);
  if (status === null) return <WaitingScreen failure={failure} />;
  const { state } = status;
  if ((state === 'busy' || state === 'restoring') && closedFor !== state) setClosedFor(state);
  // How it ended stays on the screen until somebody has read it.
  const leave = (): void => setClosedFor(null);
  if (closedFor === 'busy' && (state === 'busy' || state === 'open')) return <BusyScreen onLeave={leave} />;
  if (closedFor === 'restoring') return <RestoringScreen onLeave={leave} />;
  switch (status.state) {
    case 'setup':
      return <SetupScreen status={status} />;
    case 'locked':
      return <PassphraseScreen status={status} />;
    case 'broken':
      return <BrokenScreen status={status} />;
    case 'busy':
      return <BusyScreen onLeave={leave} />;
    case 'restoring':
      return <RestoringScreen onLeave={leave} />;
    case 'open':
      return status.recoveryKey === 'offered' ? <RecoveryStep /> : <OpenRoom status={status} />;
    default:
      return assertNever(status.state);
  }
}

/** Says hello to main until it answers; why it did not, or null. */
function useConnection(): Failure | null {
  const { store } = useRoom();
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const connect = async (): Promise<void> => {
      const answer = await store.connect();
      if (ended) return;
      setFailure(answer.ok ? null : answer);
      if (!answer.ok) timer = setTimeout(() => void connect(), CONNECT_AGAIN_MS);
    };
    void connect();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [store]);
  return failure;
}
