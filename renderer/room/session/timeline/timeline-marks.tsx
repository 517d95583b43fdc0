import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import type { PartKind, Timeline } from '../../../../shared/session/timeline.ts';
import { classes } from '../../../ui/classes.ts';
import { levelPercent } from '../format.ts';
import { useView } from '../view.ts';
import { across, labelPlaces } from './geometry.ts';
import styles from './timeline.module.css';

/** Width of a label like `due 14:35`, per cent of the timeline. */
const LABEL_SHARE = 7;

const partClass = {
  preChecks: styles.before,
  done: styles.done,
  planned: styles.planned,
  pause: styles.pause,
  overtime: styles.overtime,
  recovery: styles.recovery,
  recoveryPlanned: styles.recoveryPlanned,
} as const satisfies Record<PartKind, string | undefined>;

/** Pre-checks, infusion and recovery as bars, done and planned apart, with their names in them. */
export function PartBars({ timeline }: { readonly timeline: Timeline }): ReactElement {
  const { t } = useTranslation();
  const first = (...kinds: readonly PartKind[]) => timeline.parts.find((part) => kinds.includes(part.kind));
  const names = [
    { name: t('session.timeline.preChecks'), part: first('preChecks') },
    { name: t('session.timeline.infusion'), part: first('done', 'planned') },
    { name: t('session.timeline.recovery'), part: first('recovery', 'recoveryPlanned') },
  ];
  return (
    <>
      {timeline.parts.map((part, place) => {
        const from = across(timeline, part.fromMs);
        const width = Math.max(0.15, across(timeline, part.toMs) - from - (part.kind === 'preChecks' ? 0.4 : 0.1));
        return (
          <rect
            key={`${place}${part.kind}`}
            x={`${from}%`}
            width={`${width}%`}
            className={classes(styles.bar, partClass[part.kind])}
            rx="5"
          />
        );
      })}
      {names.map(({ name, part }) =>
        part === undefined ||
        across(timeline, part.toMs) - across(timeline, part.fromMs) < 0.2 ||
        across(timeline, part.fromMs) > 100 - LABEL_SHARE ? null : (
          <text key={name} x={`${across(timeline, part.fromMs) + 0.6}%`} className={styles.name}>
            {name}
          </text>
        ),
      )}
    </>
  );
}

export interface ReadingDiamondsProps {
  readonly timeline: Timeline;
  readonly dueId: string | null;
  readonly timeAt: (atMs: number) => string;
}

/** Readings: filled where done, half where partly entered, an outline ahead, larger and with its time where the next one is due. */
export function ReadingDiamonds({ timeline, dueId, timeAt }: ReadingDiamondsProps): ReactElement {
  const { t } = useTranslation();
  const extra = timeline.extraReadings.map(({ readingId, atMs }) => ({
    id: readingId,
    atMs,
    state: 'taken' as const,
    partly: false,
  }));
  return (
    <>
      {[...timeline.readings, ...extra].map(({ id, atMs, state, partly }) => {
        const isNext = id === dueId;
        const at = across(timeline, atMs);
        // The label stands before its diamond, unless the now line runs through there.
        const gap = at - across(timeline, timeline.nowMs);
        const before = gap < -0.5 || gap > LABEL_SHARE;
        const label =
          state === 'late'
            ? t('session.timeline.late', { time: timeAt(atMs) })
            : t('session.timeline.due', { time: timeAt(atMs) });
        return (
          <svg
            key={id}
            x={`${at}%`}
            y="4.9rem"
            overflow="visible"
            className={classes(styles.diamond, styles[state], isNext && styles.next)}
          >
            <path
              d={
                state === 'notObtained' || (state === 'lapsed' && !partly)
                  ? 'M -5 -5 L 5 5 M -5 5 L 5 -5'
                  : 'M 0 -7 L 6 0 L 0 7 L -6 0 Z'
              }
            />
            {partly ? <path d="M 0 -7 L 0 7 L -6 0 Z" className={styles.half} /> : null}
            {isNext ? (
              <text x={before ? -12 : 12} y="4.5" textAnchor={before ? 'end' : 'start'}>
                {label}
              </text>
            ) : null}
          </svg>
        );
      })}
    </>
  );
}

/** Width of a letter of a light's label, of the window's letters. */
const LETTER_REM = 0.55;

/** Where the lights go, at the moments at which they do; none over another. `width`: the timeline's, in the window's letters. */
export function CueMarks({ timeline, width }: { readonly timeline: Timeline; readonly width: number }): ReactElement {
  const marks = timeline.cues.flatMap(({ cueId, atMs, action, state }) => {
    const level = action.kind === 'scene' ? (zoneOf(action.scene, 'room')?.level ?? null) : null;
    // What was due after all was over has no place here.
    if (level === null || atMs > timeline.toMs) return [];
    const words = `${state === 'failed' ? '▲' : '☀'} ${levelPercent(level)}`;
    return [{ cueId, state, words, at: across(timeline, atMs), width: (words.length * LETTER_REM * 100) / width }];
  });
  const places = labelPlaces(marks);
  return (
    <>
      {marks.map(({ cueId, state, words }, index) => {
        const place = places[index] ?? null;
        return place === null ? null : (
          <text key={cueId} x={`${place}%`} className={classes(styles.cue, state !== 'ahead' && styles.cueDone)}>
            {words}
          </text>
        );
      })}
    </>
  );
}

/** What happened, as small ticks on the bar; the list of events has the words. */
export function EventTicks({ timeline }: { readonly timeline: Timeline }): ReactElement {
  const { session } = useView();
  const originMs = session.started?.lifeMs ?? null;
  if (originMs === null) return <></>;
  return (
    <>
      {session.marks.map((mark) =>
        mark.takenBack ? null : (
          <text key={mark.markId} x={`${across(timeline, mark.lifeMs - originMs)}%`} className={styles.event}>
            ▾
          </text>
        ),
      )}
    </>
  );
}
