import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useClient, useRoom } from '../../client/room-context.ts';
import { useSession } from '../../client/session-store.ts';
import { ShellContext, type Place, type Reviewed, type Shell } from '../../client/shell-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { ProtocolScreen } from '../../protocol/protocol-screen.tsx';
import { CueSheetScreen } from '../../cues/cue-sheet-screen.tsx';
import { MusicScreen } from '../../music/music-screen.tsx';
import { RecordScreen } from '../../record/record-screen.tsx';
import { RoomsStrip } from '../../rooms/rooms-strip.tsx';
import { forgetPages } from '../../review/page-ahead.ts';
import { ReviewScreen } from '../../review/review-screen.tsx';
import { SetsScreen } from '../../sets/sets-screen.tsx';
import { LampsScreen } from '../../settings/lamps/lamps-screen.tsx';
import { SettingsScreen } from '../../settings/settings-screen.tsx';
import { NewSessionScreen } from '../new-session/new-session-screen.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import { SessionScreen } from '../session/session-screen.tsx';
import { SignInDialog } from '../sign-in/sign-in-dialog.tsx';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import { StartScreen } from '../start/start-screen.tsx';
import { RunningStrip } from './running-strip.tsx';
import { ShellMenu } from './shell-menu.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { UnsavedStrip } from './unsaved-strip.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import styles from './shell.module.css';

/** The room with its record open: one place at a time, the running session never further than one press away. */
export function OpenRoom({ status }: { readonly status: AppStatus }): ReactElement {
  const shellState = useShellState(status);
  const { shell, dialog, setDialog } = shellState;
  const closeDialog = () => setDialog(null);
  const { t } = useTranslation();
  useIdleLock(status, shell.lock);
  useShortcut('?', t('shell.showKeys'), shell.showShortcuts);
  useShortcut('Ctrl+l', t('shell.lock'), shell.lock);
  return (
    <ShellContext value={shell}>
      <Screen status={status} place={shell.place} />
      {dialog === 'keys' ? <ShortcutSheet onClose={closeDialog} /> : null}
      {dialog === 'signIn' ? <SignInDialog onClose={closeDialog} /> : null}
      {dialog === 'menu' ? (
        <ShellMenu
          status={status}
          onClose={closeDialog}
          onOther={() => setDialog('signIn')}
          onKeys={shell.showShortcuts}
        />
      ) : null}
    </ShellContext>
  );
}

function Screen({ status, place }: { readonly status: AppStatus; readonly place: Place }): ReactElement {
  const live = status.liveSessionId !== null;
  const view = useSession();
  if (status.signedIn === null && !live && view === null)
    return (
      <div className={styles.shell}>
        <RoomsStrip />
        <div className={styles.sessionPlace}>
          <SignInScreen status={status} />
        </div>
      </div>
    );
  if (place === 'session' || status.signedIn === null) {
    return (
      <div className={styles.shell}>
        <UnsavedStrip />
        <RoomsStrip />
        <div className={styles.sessionPlace}>
          <SessionScreen />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.shell}>
      {live ? <RunningStrip /> : null}
      <UnsavedStrip />
      <RoomsStrip />
      <div className={styles.place}>
        <PlaceScreen place={place} status={status} />
      </div>
    </div>
  );
}

function PlaceScreen({
  place,
  status,
}: {
  readonly place: Exclude<Place, 'session'>;
  readonly status: AppStatus;
}): ReactElement {
  switch (place) {
    case 'start':
      return <StartScreen status={status} />;
    case 'newSession':
    case 'newPractice':
      return <NewSessionScreen key={place} practice={place === 'newPractice'} />;
    case 'people':
      return <PeopleScreen />;
    case 'review':
      return <ReviewScreen status={status} />;
    case 'settings':
      return <SettingsScreen status={status} />;
    case 'sets':
      return <SetsScreen status={status} />;
    case 'cues':
      return <CueSheetScreen status={status} />;
    case 'protocol':
      return <ProtocolScreen status={status} />;
    case 'record':
      return <RecordScreen status={status} />;
    case 'music':
      return <MusicScreen status={status} />;
    case 'lamps':
      return <LampsScreen status={status} />;
    default:
      return assertNever(place);
  }
}

/** Where one is. A live session that appears takes the screen; nobody is moved away from anything else. */
function useShellState(status: AppStatus) {
  const client = useClient();
  const { store } = useRoom();
  const live = status.liveSessionId;
  const [place, setPlace] = useState<Place>(live === null ? 'start' : 'session');
  const [reviewed, setReviewed] = useState<Reviewed>({ sessionId: null, practice: false });
  const [dialog, setDialog] = useState<'keys' | 'signIn' | 'menu' | null>(null);
  const [seenLive, setSeenLive] = useState(live);
  if (live !== seenLive) {
    setSeenLive(live);
    if (live !== null) setPlace('session');
  }
  const signedOut = status.signedIn === null;
  useEffect(() => {
    if (signedOut) forgetPages(client);
    if (signedOut && live === null) store.close();
  }, [signedOut, live, store, client]);
  const shell = useMemo<Shell>(
    () => ({
      place,
      reviewed,
      read: (next) => {
        setReviewed(next);
        setPlace('review');
      },
      go: (next) => {
        if (next !== 'session' && live === null) store.close();
        if (next === 'session' && live !== null && store.get().view?.session.sessionId !== live) void store.open(live);
        setPlace(next);
      },
      askSignIn: () => setDialog(signedOut ? 'signIn' : 'menu'),
      lock: () => void client.request('staff.signOut', {}),
      showShortcuts: () => setDialog('keys'),
    }),
    [place, reviewed, live, signedOut, store, client],
  );
  return { shell, dialog, setDialog };
}
