import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { roomLine } from '../../shared/rooms/room-line.ts';
import type { RoomsView } from '../../shared/ipc/rooms.ts';
import { whyWords } from '../settings/lamps/health-words.ts';
import { byLevel, roomSigns, roomWords } from './room-words.ts';
import { useRooms, type ToldRooms } from './use-rooms.ts';
import styles from './rooms-strip.module.css';

/** The clinic's other rooms in one slim row, where the clinic switched that on. It takes its own place, makes no sound and does not move. */
export function RoomsStrip(): ReactElement | null {
  const told = useRooms();
  return told === null || !told.view.on ? null : <Strip told={told} />;
}

function Strip({ told }: { readonly told: ToldRooms }): ReactElement {
  const { t } = useTranslation();
  const sinceMs = useMonotonicSecond(told.at) - told.at;
  const { view } = told;
  const lines = byLevel(view.rooms.map((room) => roomLine(room, sinceMs)));
  return (
    <section className={styles.strip} aria-label={t('rooms.label')}>
      <Broker view={view} />
      <ul className={styles.rooms}>
        {lines.map((line) => (
          <li key={line.tag} className={styles.room} data-level={line.level}>
            {line.level === 'calm' ? null : <span aria-hidden="true">{roomSigns[line.level]} </span>}
            <strong>{line.room}</strong> <span className={styles.words}>{roomWords(t, line).join(', ')}</span>
          </li>
        ))}
      </ul>
      {view.sameNames.length === 0 ? null : (
        <p className={styles.same}>
          <span aria-hidden="true">◆ </span>
          {t('rooms.same', { names: view.sameNames.join(', ') })}
        </p>
      )}
    </section>
  );
}

/** This window's own monotonic clock, ms, once a second: the session's may run at another pace, or stand with main. */
function useMonotonicSecond(first: number): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Why nothing is known, or that nobody was heard: silence is never shown as fine. */
function Broker({ view: { health, rooms } }: { readonly view: RoomsView }): ReactElement | null {
  const { t } = useTranslation();
  if (health.kind === 'lost')
    return (
      <p className={styles.same}>
        <span aria-hidden="true">◆ </span>
        {t('rooms.broker', { why: whyWords(health.code) })}
      </p>
    );
  if (rooms.length > 0) return null;
  return <p>{t(health.kind === 'ok' ? 'rooms.none' : 'rooms.starting')}</p>;
}
