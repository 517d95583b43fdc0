import { useMemo, type ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isHeld } from '../../../../shared/cues/due.ts';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import { askedOf } from '../../../../shared/session/due-parts.ts';
import {
  dueReadings,
  isOpen,
  upcoming,
  type DueStatus,
  type Upcoming as Item,
} from '../../../../shared/session/timeline.ts';
import type { AskedPart } from '../../../../shared/vitals/asked-parts.ts';
import type { Protocol } from '../../../../shared/protocol/schema.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { formatCountdown, formatElapsed } from '../../../../shared/time/format.ts';
import { oncePerSecond, useSecondBy } from '../../../client/clock.ts';
import type { SessionView } from '../../../client/session-store.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { lookUp } from '../../../i18n/i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { levelPercent } from '../format.ts';
import { partWords } from '../reading/part-words.ts';
import { useView } from '../view.ts';
import styles from './countdown.module.css';

/** What stands in the list at a moment. */
interface Next {
  /** A reading that is due or late. */
  readonly open: DueStatus | null;
  readonly items: readonly (Item & { readonly waits: boolean })[];
}

function nextAt({ session, protocol }: SessionView, count: number, now: ClockReading): Next {
  const open = dueReadings(session, protocol, now).findLast(isOpen) ?? null;
  // A cue that is due and held has no time any more.
  const waits = ({ id, inMs }: Item): boolean =>
    inMs === 0 && protocol.cues.some((cue) => cue.id === id && isHeld(session, cue));
  const items = upcoming(session, protocol, now)
    // None of ours plays: its phases are nothing to wait for.
    .filter((item) => item.kind !== 'cue' || item.action.kind !== 'music' || session.musicHash !== null)
    .filter((item) => session.phase !== 'overtime' || !countsFromStop(protocol, item))
    .slice(0, open === null ? count : count - 1)
    .map((item) => ({ ...item, waits: waits(item) }));
  return { open, items };
}

const which = ({ open, items }: Next): string =>
  JSON.stringify([open?.id, open?.missing, items.map(({ id, waits }) => [id, waits])]);

/** The next things to come, soonest first; a reading that is due or late stands before them. */
export function Upcoming({ count }: { readonly count: number }): ReactElement {
  const { t } = useTranslation();
  const view = useView();
  const { protocol } = view;
  const next = useMemo(() => oncePerSecond((now) => nextAt(view, count, now)), [view, count]);
  const { open, items } = useSecondBy(next, which);
  const openWhen = (now: ClockReading): string => {
    const inMs = next(now).open?.dueInMs ?? 0;
    return inMs > 0
      ? t('session.upcoming.in', { time: formatCountdown(inMs) })
      : t('session.upcoming.dueFor', { time: formatElapsed(-inMs) });
  };
  const when = (id: string) => (now: ClockReading) => {
    const inMs = next(now).items.find((item) => item.id === id)?.inMs ?? 0;
    return t('session.upcoming.in', { time: formatCountdown(inMs) });
  };
  return (
    <ul className={styles.upcoming} aria-label={t('session.upcoming.label')}>
      {open === null ? null : (
        <li className={styles.late}>
          <span>{readingName(t, protocol, open.id, open.partly ? open.missing : [])}</span>
          <span className={styles.when}>
            <Ticking text={openWhen} />
          </span>
        </li>
      )}
      {items.map((item, index) => (
        <li key={item.id} className={classes(index === 0 && open === null && styles.first)}>
          <span>{nameOf(t, protocol, item)}</span>
          <span className={styles.when}>
            {item.waits ? t('session.upcoming.waits') : <Ticking text={when(item.id)} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** While the pump has not been reported stopped, nobody knows when what counts from its stop will come. */
function countsFromStop(protocol: Protocol, item: Item): boolean {
  const planned = [
    ...protocol.dueReadings.map(({ id, from }) => ({ id, from })),
    ...protocol.cues.map(({ id, anchor }) => ({ id, from: anchor.from })),
  ];
  return planned.find((entry) => entry.id === item.id)?.from === 'recovery';
}

/** `BP and SpO₂ (+30)`, `(recovery +15)`; what is left of one that is partly entered: `SpO₂ (+30)`. */
export function readingName(t: TFunction, protocol: Protocol, dueId: string, left: readonly AskedPart[] = []): string {
  const due = protocol.dueReadings.find((reading) => reading.id === dueId);
  if (due === undefined) return t('session.upcoming.reading');
  const minutes = Math.round(due.offsetMs / 60_000);
  const asked = askedOf(protocol);
  const others = asked.length > 0 && !(asked.includes('pressure') && asked.includes('spo2')) ? asked : [];
  const named = left.length > 0 ? left : others;
  if (named.length > 0) return t(`dueParts.${due.from}`, { parts: partWords(t, named), minutes });
  return due.from === 'start'
    ? t('session.upcoming.readingAt', { minutes })
    : t('session.upcoming.readingAfter', { minutes });
}

function nameOf(t: TFunction, protocol: Protocol, item: Item): string {
  if (item.kind === 'reading') return readingName(t, protocol, item.id);
  if (item.kind === 'zero') return t('session.upcoming.zero');
  if (item.action.kind === 'prompt') return lookUp(`prompt.${item.action.code}`, {}) ?? t('session.upcoming.prompt');
  if (item.action.kind === 'music') {
    return t('session.upcoming.music', { phase: t(`session.music.phases.${item.action.phase}`) });
  }
  const level = zoneOf(item.action.scene, 'room')?.level ?? 0;
  return t('session.upcoming.lights', { level: levelPercent(level) });
}
