import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useRequest } from '../../client/use-request.ts';
import { useShell } from '../../client/shell-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { findingText } from '../../i18n/failure.ts';
import { usePageAhead } from '../../review/page-ahead.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TopBar } from '../shell/top-bar.tsx';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { RunningCard } from './running-card.tsx';
import { TodayCard } from './today-card.tsx';
import styles from './start.module.css';

/** The start page: what runs, what can begin, what was today. */
export function StartScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const real = useRequest('sessions.list', { before: null, today: true, practice: false });
  const practice = useRequest('sessions.list', { before: null, today: true, practice: true });
  const rows = real.data?.sessions ?? null;
  const practiceRows = practice.data?.sessions ?? null;
  const live = [...(rows ?? []), ...(practiceRows ?? [])].find((row) => row.sessionId === status.liveSessionId) ?? null;
  useAgainOn(status.liveSessionId, real.again, practice.again);
  usePageAhead();
  return (
    <div className={styles.page}>
      <TopBar title={status.settings.roomName} />
      <main className={styles.columns}>
        <div className={styles.main}>
          <Findings status={status} />
          {status.recoveryKey === 'none' ? <NoRecoveryKey /> : null}
          {status.liveSessionId === null ? <NewSession /> : <RunningCard row={live} />}
          <nav className={styles.places} aria-label={t('common.app')}>
            <PlaceButton place="people" keyName="p" />
            <PlaceButton place="review" keyName="r" beside={<WaitingCount key={status.signedIn?.staffId} />} />
            <PlaceButton place="settings" keyName="s" />
          </nav>
          <div className={styles.foot}>
            <LightsFullButton />
            <p className={styles.small}>{t('common.disclaimer')}</p>
          </div>
        </div>
        <TodayCard rows={rows} practiceRows={practiceRows} failure={real.failure} onAgain={real.again} />
      </main>
    </div>
  );
}

/** Reads the lists again when a session begins or ends. */
function useAgainOn(liveSessionId: string | null, ...again: readonly (() => void)[]): void {
  const [first, second] = again;
  useEffect(() => {
    first?.();
    second?.();
  }, [liveSessionId, first, second]);
}

function NewSession(): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const open = (practice: boolean) => shell.go(practice ? 'newPractice' : 'newSession');
  useShortcut('n', t('start.patient'), () => open(false));
  useShortcut('o', t('start.practice'), () => open(true));
  return (
    <section className={styles.new} aria-label={t('start.newTitle')}>
      <button type="button" className={styles.begin} data-first="true" onClick={() => open(false)}>
        <strong>{t('start.patient')}</strong>
        <span>{t('start.patientHint')}</span>
      </button>
      <button type="button" className={styles.begin} onClick={() => open(true)}>
        <strong>{t('start.practice')}</strong>
        <span>{t('start.practiceHint')}</span>
      </button>
    </section>
  );
}

function PlaceButton({
  place,
  keyName,
  beside = null,
}: {
  readonly place: 'people' | 'review' | 'settings';
  readonly keyName: string;
  /** Said below the name of the place. */
  readonly beside?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  useShortcut(keyName, t(`start.${place}`), () => shell.go(place));
  return (
    <button type="button" className={styles.place} onClick={() => shell.go(place)} aria-keyshortcuts={keyName}>
      {t(`start.${place}`)}
      {beside}
    </button>
  );
}

/** How many sessions wait for whoever is signed in; nothing where none does. */
function WaitingCount(): ReactElement | null {
  const { t } = useTranslation();
  const count = useRequest('review.waiting', { only: null }).data?.total ?? 0;
  return count === 0 ? null : <span className={styles.waits}>{t('waiting.entry', { count })}</span>;
}

/** Calm, and there until one is made. */
function NoRecoveryKey(): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  return (
    <Banner tone="calm" actions={<Button onClick={() => shell.go('record')}>{t('keys.none.go')}</Button>}>
      <p>{t('keys.none.text')}</p>
      <p>{t('keys.none.why')}</p>
    </Banner>
  );
}

function Findings({ status }: { readonly status: AppStatus }): ReactElement | null {
  const { t } = useTranslation();
  const words = status.findings.map(findingText);
  if (status.player === 'lost') words.push(t('start.playerLost'));
  if (words.length === 0) return null;
  return (
    <Banner tone="amber">
      <p>{t('start.findings')}</p>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </Banner>
  );
}
