import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreTrend } from '../../../shared/review/scores.ts';
import { questionnaires } from '../../../shared/scales/questionnaires.ts';
import { dayOf } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './scores.module.css';

/** The picture in units of its own: it is drawn as wide as its box. */
const [WIDTH, HEIGHT, EDGE, FOOT] = [300, 84, 14, 18] as const;

export interface ScoresCardProps {
  readonly trends: readonly ScoreTrend[];
  /** Starts of the infusions, epoch ms. */
  readonly infusionsAt: readonly number[];
}

/** Totals of each questionnaire over the course: figures and what the authors say of a change, no claim. */
export function ScoresCard({ trends, infusionsAt }: ScoresCardProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('course.scores')}>
      {trends.length === 0 ? <p className={styles.soft}>{t('course.noScores')}</p> : null}
      <div className={styles.trends}>
        {trends.map((trend) => (
          <Trend key={trend.questionnaire} trend={trend} infusionsAt={infusionsAt} />
        ))}
      </div>
    </Card>
  );
}

function Trend({
  trend,
  infusionsAt,
}: { readonly trend: ScoreTrend } & Pick<ScoresCardProps, 'infusionsAt'>): ReactElement {
  const { t } = useTranslation();
  const { questionnaire, points, parts } = trend;
  const { max } = questionnaires[questionnaire];
  const title = t(`questionnaires.title.${questionnaire}`);
  const last = points.at(-1);
  return (
    <section className={styles.trend} aria-label={title}>
      <p>
        <strong>{title}</strong>{' '}
        {last === undefined
          ? null
          : t('course.scoreLast', {
              ...{ total: last.total, max, day: dayOf(last.at) },
              band: last.band === null ? '' : t(`questionnaires.band.${last.band}`),
            })}
      </p>
      {points.length < 2 ? null : <Line points={points} max={max} infusionsAt={infusionsAt} title={title} />}
      <ChangeWords trend={trend} />
      {parts === 0 ? null : <p className={styles.soft}>{t('course.scoreParts', { count: parts })}</p>}
    </section>
  );
}

/** From the first to the last total, beside what counts as a meaningful change and who says so. */
function ChangeWords({
  trend: { questionnaire, points, change },
}: {
  readonly trend: ScoreTrend;
}): ReactElement | null {
  const { t } = useTranslation();
  if (change === null) return null;
  const { meaningfulChange } = questionnaires[questionnaire];
  const way = change.by < 0 ? 'fewer' : change.by > 0 ? 'more' : 'same';
  return (
    <p className={styles.soft}>
      {t(`course.scoreChange.${way}`, {
        ...{ first: points[0]?.total ?? 0, last: points.at(-1)?.total ?? 0, by: Math.abs(change.by) },
      })}{' '}
      {t(change.kind === 'similar' ? 'course.scoreUnder' : 'course.scoreReached', {
        ...{ points: meaningfulChange.points, source: meaningfulChange.source },
      })}
    </p>
  );
}

/** How wide a total of two digits is, in the picture's own units. */
const FIGURE = 17;

/** Of points from left to right those whose total has room: the first and the last always, the others where none is in the way. */
function withRoom(points: readonly { readonly sheetId: string; readonly x: number }[]): ReadonlySet<string> {
  const end = points.at(-1);
  const told = points.slice(0, 1);
  for (const point of points.slice(1)) {
    const isFree = point.x - (told.at(-1)?.x ?? 0) >= FIGURE;
    if (point === end || (isFree && (end?.x ?? 0) - point.x >= FIGURE)) told.push(point);
  }
  return new Set(told.map(({ sheetId }) => sheetId));
}

interface LineProps extends Pick<ScoresCardProps, 'infusionsAt'> {
  readonly points: ScoreTrend['points'];
  readonly max: number;
  readonly title: string;
}

/** Totals by their day; infusions are the upright strokes. */
function Line({ points, max, infusionsAt, title }: LineProps): ReactElement {
  const { t } = useTranslation();
  const moments = [...points.map(({ at }) => at), ...infusionsAt];
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  const x = (at: number): number => EDGE + ((at - from) / Math.max(1, to - from)) * (WIDTH - 2 * EDGE);
  const y = (total: number): number => 20 + (1 - total / max) * (HEIGHT - FOOT - 24);
  const told = withRoom(points.map(({ sheetId, at }) => ({ sheetId, x: x(at) })));
  const listed = points.map(({ at, total }) => `${dayOf(at)}: ${total}`).join(', ');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('course.scoreLine', { title, listed })}>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={y(0)} y2={y(0)} className={styles.base} />
      {infusionsAt.map((at) => (
        <line key={at} x1={x(at)} x2={x(at)} y1={y(0) - 5} y2={y(0) + 5} className={styles.infusion} />
      ))}
      <polyline points={points.map(({ at, total }) => `${x(at)},${y(total)}`).join(' ')} className={styles.line} />
      {points.map(({ sheetId, at, total }) => (
        <g key={sheetId}>
          <circle cx={x(at)} cy={y(total)} r="3.5" className={styles.dot} />
          {told.has(sheetId) ? (
            <text x={x(at)} y={y(total) - 7} textAnchor="middle" className={styles.figure}>
              {total}
            </text>
          ) : null}
        </g>
      ))}
      <text x={EDGE} y={HEIGHT - 3} className={styles.day}>
        {dayOf(from)}
      </text>
      <text x={WIDTH - EDGE} y={HEIGHT - 3} textAnchor="end" className={styles.day}>
        {dayOf(to)}
      </text>
    </svg>
  );
}
