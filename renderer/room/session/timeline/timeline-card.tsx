import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { noneWished } from '../../../../shared/intake/wish.ts';
import { nextDue, segments } from '../../../../shared/session/timeline.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { useSecondBy } from '../../../client/clock.ts';
import { useAnythingUnsaved, type SessionView } from '../../../client/session-store.ts';
import { Card } from '../../../ui/card.tsx';
import { useSize } from '../../../ui/use-size.ts';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { across, arcTop, musicArc } from './geometry.ts';
import { CueMarks, EventTicks, PartBars, ReadingDiamonds } from './timeline-marks.tsx';
import { TimelineWords } from './timeline-words.tsx';
import styles from './timeline.module.css';

/** A pixel of the timeline is several seconds wide: drawn anew this often, ms of session time, and at every event. */
const STEP_MS = 5_000;

/** How wide the timeline is taken to be before it was measured, in the window's letters: none lies over another then either. */
const LEAST_REM = 60;

type Looked = Pick<SessionView, 'session' | 'protocol'> & { readonly now: ClockReading };

const stepOf = (now: ClockReading): string => String(Math.floor(now.uptimeMs / STEP_MS));
const itself = (now: ClockReading): ClockReading => now;

/**
 * The spine of the session: what was, what is, what will be, on one axis. While something is not saved, the strip that says
 * so takes its place: everything that is pressed stays within reach.
 */
export function TimelineCard(): ReactElement | null {
  const { session, protocol } = useView();
  const now = useSecondBy(itself, stepOf);
  const waiting = useAnythingUnsaved();
  return waiting ? null : <Drawn session={session} protocol={protocol} now={now} />;
}

const Drawn = memo(
  DrawnTimeline,
  (before, after) =>
    before.session === after.session && before.protocol === after.protocol && stepOf(before.now) === stepOf(after.now),
);

/** The window's letter, px. */
function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function DrawnTimeline({ session, protocol, now }: Looked): ReactElement {
  const { t } = useTranslation();
  const [picture, size] = useSize<SVGSVGElement>();
  const timeline = segments(session, protocol, now);
  const due = nextDue(session, protocol, now);
  const timeAt = (atMs: number) => timeOfDay(now.wallMs + atMs - timeline.nowMs);
  const begun = session.settledIn ? [{ phase: 'arrive' as const, atMs: timeline.fromMs / 2 }] : [];
  const cued = timeline.cues.flatMap(({ action, atMs }) =>
    action.kind === 'music' ? [{ phase: action.phase, atMs }] : [],
  );
  const phases = [...begun, ...cued.toSorted((a, b) => a.atMs - b.atMs)];
  const playing = session.music.phase;
  const none = session.musicHash === null ? noneWished(session.intake.choice) : null;
  return (
    <Card title={null} label={t('session.timeline.label')} className={styles.card}>
      <svg ref={picture} className={styles.picture} aria-hidden="true">
        <svg
          y="0.2rem"
          width="100%"
          height="1.6rem"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          overflow="visible"
        >
          {none === null ? (
            <path d={musicArc(timeline, phases)} className={styles.arc} vectorEffect="non-scaling-stroke" />
          ) : null}
        </svg>
        <PartBars timeline={timeline} />
        {playing === null ? null : (
          <text x={`${arcTop(timeline, phases)}%`} className={styles.music} textAnchor="middle">
            {t('session.timeline.music', {
              phase: none === null ? t(`session.music.phases.${playing}`) : t(`intake.lane.${none}`),
            })}
          </text>
        )}
        <ReadingDiamonds timeline={timeline} dueId={due?.id ?? null} timeAt={timeAt} />
        <CueMarks timeline={timeline} width={size === null ? LEAST_REM : size.width / remPx()} />
        <EventTicks timeline={timeline} />
        {session.started === null ? null : (
          <line
            x1={`${across(timeline, timeline.nowMs)}%`}
            x2={`${across(timeline, timeline.nowMs)}%`}
            y1="0"
            y2="100%"
            className={styles.now}
          />
        )}
      </svg>
      <TimelineWords timeline={timeline} timeAt={timeAt} />
    </Card>
  );
}
