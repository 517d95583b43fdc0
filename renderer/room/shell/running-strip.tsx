import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openSafetyAnswers } from '../../../shared/questionnaires/sheets.ts';
import { useNow } from '../../client/clock.ts';
import { useCommand, useLiveSession } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { EMERGENCY_KEY } from '../session/emergency/emergency-button.tsx';
import { useScreenLevel } from '../session/use-screen-level.ts';
import { countdownWords } from './countdown-words.ts';
import styles from './shell.module.css';

/** Dims this screen with the room, as the session screen does. */
function ScreenLevel(): null {
  useScreenLevel();
  return null;
}

/** The running session while something else is read: its countdown, the way back and the emergency, always on top. */
export function RunningStrip(): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const view = useLiveSession();
  const send = useCommand();
  const now = useNow();
  const session = view?.session ?? null;
  const clock = session === null ? null : countdownWords(session, now, t);
  const emergency = (): void => {
    shell.go('session');
    if (session?.emergency === null) void send({ type: 'beginEmergency' });
  };
  useShortcut('F8', t('shell.backToSession'), () => shell.go('session'));
  useShortcut(EMERGENCY_KEY, t('shell.emergency'), emergency);
  return (
    <section className={styles.strip} aria-label={t('shell.running')}>
      {view === null ? null : <ScreenLevel />}
      <span>
        {session?.created.practice === true ? t('common.practice') : (view?.patient?.name ?? t('shell.running'))}
      </span>
      {clock === null ? (
        <span>{t('shell.notStarted')}</span>
      ) : (
        <>
          <span className={styles.left}>{clock.figure}</span>
          <span>{clock.words}</span>
        </>
      )}
      {session?.emergency == null ? null : (
        <strong>{t('shell.emergencyOn', { time: timeOfDay(session.emergency.at) })}</strong>
      )}
      <span role="status">
        {session === null || openSafetyAnswers([session]).length === 0 ? null : (
          <strong>! {t('questionnaires.speak')}</strong>
        )}
      </span>
      <span className={styles.space} />
      <Button tone="primary" onClick={() => shell.go('session')} keyLabel="F8">
        {t('shell.backToSession')}
      </Button>
      <Button tone="emergency" onClick={emergency} keyLabel={EMERGENCY_KEY}>
        {t('shell.emergency')}
      </Button>
    </section>
  );
}
