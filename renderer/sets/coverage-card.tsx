import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { coverage, type PhaseCoverage } from '../../shared/music/coverage.ts';
import { planSchedule, repeatsIn } from '../../shared/music/schedule.ts';
import type { Bed, Track } from '../../shared/music/set.ts';
import type { PhaseSpan } from '../../shared/music/timeline.ts';
import { useRequest } from '../client/use-request.ts';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Progress } from '../ui/progress.tsx';
import { clockWords } from './track-words.ts';
import styles from './sets.module.css';

const MINUTE_MS = 60_000;
const lengths = [20, 30, 40, 50, 60, 75, 90, 120] as const;

/** What the set has for each phase of an infusion's timeline, and what would play when. */
export function CoverageCard({
  tracks,
  bed,
}: {
  readonly tracks: readonly Track[];
  readonly bed: Bed | null;
}): ReactElement {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(50);
  const spans = useRequest('music.timeline', { plannedMs: minutes * MINUTE_MS }).data?.spans ?? [];
  return (
    <div className={styles.column}>
      <Card title={t('musicSets.cover')}>
        <div className={styles.bars}>
          <Field label={t('musicSets.coverFor')}>
            {(control) => (
              <Select {...control} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
                {lengths.map((count) => (
                  <option key={count} value={count}>
                    {t('musicSets.minutes', { count })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <ul className={styles.bars}>
            {coverage(tracks, spans).map((phase) => (
              <Bar key={phase.phase} {...phase} />
            ))}
          </ul>
          <p className={styles.soft}>{t('musicSets.arriveHint')}</p>
          {bed === null || tracks.length === 0 ? null : <Forecast tracks={tracks} bed={bed} spans={spans} />}
        </div>
      </Card>
    </div>
  );
}

function Bar({ phase, hasMs, wantedMs, shortMs }: PhaseCoverage): ReactElement {
  const { t } = useTranslation();
  const whole = (ms: number): number => Math.round(ms / MINUTE_MS);
  const count = Math.max(1, whole(shortMs));
  const bed = phase === 'recovery';
  const verdict =
    wantedMs === 0 ? t('musicSets.coverNotWanted') : shortMs > 0 ? t('musicSets.coverShort', { count }) : null;
  return (
    <li className={styles.bar}>
      <span className={styles.barHead}>
        <strong>{t(`musicSets.phase.${phase}`)}</strong>
        <span className={shortMs > 0 ? styles.short : styles.soft}>
          {shortMs > 0 ? <span aria-hidden="true">◆ </span> : null}
          {verdict ?? (bed ? t('musicSets.coverBed') : t('musicSets.coverEnough'))}
        </span>
      </span>
      <Progress share={bed ? 1 : wantedMs === 0 ? 0 : hasMs / wantedMs} />
      {bed && hasMs === 0 ? null : (
        <span className={styles.soft}>{t('musicSets.coverHas', { has: whole(hasMs), wanted: whole(wantedMs) })}</span>
      )}
    </li>
  );
}

interface ForecastProps {
  readonly tracks: readonly Track[];
  readonly bed: Bed;
  readonly spans: readonly PhaseSpan[];
}

function Forecast({ tracks, bed, spans }: ForecastProps): ReactElement {
  const { t } = useTranslation();
  const set = { id: 'draft', title: '', description: '', tracks: [...tracks] };
  const plan = planSchedule({ set, recovery: bed }, spans);
  const count = repeatsIn(plan, bed.id);
  return (
    <>
      <p>{count === 0 ? t('musicSets.noRepeats') : t('musicSets.repeats', { count })}</p>
      <details className={styles.details}>
        <summary>{t('musicSets.plan')}</summary>
        <ol className={styles.bars}>
          {plan.map(({ track, phase, fromMs }) => (
            <li key={fromMs} className={styles.barHead}>
              <span>
                {clockWords(t, fromMs)} {track.title}
              </span>
              <span className={styles.soft}>{t(`musicSets.phase.${phase}`)}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
