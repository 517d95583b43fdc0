import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../client/clock.ts';
import { useRoom } from '../../client/room-context.ts';
import {
  useAnythingUnsaved,
  useSession,
  useStatus,
  useUnsaved,
  type SessionView,
  type UnsavedCommand,
} from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useStaffList } from '../session/staff.ts';
import { EmergencyCopy } from './emergency-copy.tsx';
import { commandWords, unsavedWords, type UnsavedEntry } from './unsaved-entries.ts';
import styles from './unsaved.module.css';

/**
 * What is not on disk: every entry with its time, why, and what to do. Loud while it lasts, and gone by itself once all
 * of it is saved; entries that were refused in the end stay until somebody has read them.
 */
export function UnsavedStrip(): ReactElement {
  const view = useSession();
  const commands = useUnsaved();
  const waiting = useAnythingUnsaved();
  const refused = commands.filter(({ state }) => state === 'refused');
  return (
    <>
      {waiting ? <Waiting view={view} commands={commands} /> : null}
      {refused.map((entry) => (
        <Refused key={entry.commandId} view={view} entry={entry} />
      ))}
    </>
  );
}

function Waiting(props: {
  readonly view: SessionView | null;
  readonly commands: readonly UnsavedCommand[];
}): ReactElement {
  const { view, commands } = props;
  const { t } = useTranslation();
  const status = useStatus();
  const why = status?.unsavedWhy ?? null;
  const onTheWay = commands.find(({ state }) => state === 'retrying')?.failure ?? null;
  const { say } = failureText(
    why === null && onTheWay !== null ? onTheWay : { kind: 'unsaved', code: why?.code ?? '', params: {} },
  );
  return (
    <section className={styles.strip} role="alert" aria-label={t('shell.unsaved.title')}>
      <div className={styles.words}>
        <p className={styles.why}>
          <span aria-hidden="true">▲ </span>
          <strong>{say}</strong>{' '}
          {why === null ? null : <span>{t('shell.unsaved.since', { time: timeOfDay(why.since) })} </span>}
          {t('shell.unsaved.next')}
        </p>
        {view === null ? null : <Entries view={view} commands={commands} />}
      </div>
      {view === null ? null : <EmergencyCopy sessionId={view.session.sessionId} />}
    </section>
  );
}

function Entries(props: { readonly view: SessionView; readonly commands: readonly UnsavedCommand[] }): ReactElement {
  const { view, commands } = props;
  const { t } = useTranslation();
  const status = useStatus();
  const staff = useStaffList(status?.signedIn?.staffId ?? null);
  const now = useNow();
  const locked = status?.signedIn == null;
  const { entries, ofApp } = unsavedWords(t, view, staff);
  const held = new Set(view.events.filter(({ seq }) => seq > view.saved).map(({ commandId }) => commandId));
  const others = commands
    .filter(({ state, commandId }) => state === 'retrying' && !held.has(commandId))
    .map((entry): UnsavedEntry => ({
      key: entry.commandId,
      time: null,
      words: commandWords(t, view, staff, entry, now),
    }));
  return (
    <ul className={styles.entries} tabIndex={0} aria-label={t('shell.unsaved.entries')}>
      {[...entries, ...others].map(({ key, time, words }) => (
        <li key={key} className={styles.entry}>
          {time === null ? null : <time className={styles.time}>{time}</time>}{' '}
          {locked ? t('session.locked.hidden') : words}
        </li>
      ))}
      {ofApp === 0 ? null : <li className={styles.ofApp}>{t('shell.unsaved.ofApp', { count: ofApp })}</li>}
    </ul>
  );
}

/** An entry that was tried again and then refused. */
function Refused(props: { readonly view: SessionView | null; readonly entry: UnsavedCommand }): ReactElement {
  const { view, entry } = props;
  const { t } = useTranslation();
  const { store } = useRoom();
  const status = useStatus();
  const staff = useStaffList(status?.signedIn?.staffId ?? null);
  const now = useNow();
  return (
    <Banner
      tone="red"
      actions={<Button onClick={() => store.dismiss(entry.commandId)}>{t('shell.understood')}</Button>}
    >
      <p>
        <strong>{t('shell.refusedTitle')}</strong>{' '}
        {view === null || status?.signedIn == null ? null : commandWords(t, view, staff, entry, now)}
      </p>
      <p>
        {failureText(entry.failure).say} {t('shell.refusedNext')}
      </p>
    </Banner>
  );
}
