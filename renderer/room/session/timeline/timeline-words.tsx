import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneOf } from '../../../../shared/lights/level-at.ts';
import type { Timeline } from '../../../../shared/session/timeline.ts';
import { levelPercent } from '../format.ts';

export interface TimelineWordsProps {
  readonly timeline: Timeline;
  readonly timeAt: (atMs: number) => string;
}

/** The timeline for those who hear it: every stretch, reading and light with its time. */
export function TimelineWords({ timeline, timeAt }: TimelineWordsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="heard">
      {timeline.parts.map((part, place) => (
        <li key={`${place}${part.kind}`}>
          {t('session.timeline.part', {
            what: t(`session.timeline.kinds.${part.kind}`),
            from: timeAt(part.fromMs),
            to: timeAt(part.toMs),
          })}
        </li>
      ))}
      {timeline.readings.map((reading) => (
        <li key={reading.id}>
          {t('session.timeline.reading', {
            time: timeAt(reading.atMs),
            state: t(`session.timeline.states.${reading.state}`),
          })}
        </li>
      ))}
      {timeline.cues.map(({ cueId, atMs, action }) => {
        const level = action.kind === 'scene' ? (zoneOf(action.scene, 'room')?.level ?? null) : null;
        return level === null ? null : (
          <li key={cueId}>{t('session.timeline.light', { time: timeAt(atMs), level: levelPercent(level) })}</li>
        );
      })}
    </ul>
  );
}
