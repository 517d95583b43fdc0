import type { TFunction } from 'i18next';
import type { ChartWords } from '../../shared/chart/chart-words.ts';
import type { Session } from '../../shared/session/state.ts';
import { signed } from '../room/session/format.ts';
import { timeOfDay } from '../i18n/format.ts';
import { eventWords } from './event-text.ts';

/** Minutes from the start: `0`, `+15`, `−5`. */
export function minuteWords(minutes: number): string {
  return signed(minutes);
}

/** The words of a session's chart. */
export function chartWords(t: TFunction, session: Session): ChartWords {
  const percent = (level: number) => `${level > 0 && level < 0.01 ? 1 : Math.round(level * 100)} %`;
  return {
    pressure: t('chart.pressureAxis'),
    spo2: t('chart.spo2Axis'),
    now: t('chart.now'),
    plannedEnd: t('chart.plannedEnd'),
    stopped: t('chart.stopped'),
    timeUp: t('chart.event.timeUp'),
    notObtained: t('chart.notObtained'),
    light: t('chart.light'),
    music: t('chart.music'),
    minute: minuteWords,
    time: (atMs) => timeOfDay(atMs, session.created.timeZone),
    shortLimit: ({ level, value }) => `${level === 'red' ? '▲' : '◆'}${value}`,
    limit: ({ field, level, value, overBaseline }) => {
      const sign = level === 'red' ? '▲' : '◆';
      if (field === 'spo2' || field === 'pulse') return `${sign} ${value}`;
      const what = t(`chart.short.${field}`);
      return overBaseline === null ? `${sign} ${what} ${value}` : `${sign} ${what} ${value} (+${overBaseline} %)`;
    },
    baseline: ({ systolic, diastolic }) => t('chart.base', { baseline: `${systolic}/${diastolic}` }),
    part: (kind) => t(`session.timeline.kinds.${kind}`),
    heard: (lane) =>
      lane === 'quiet' || lane === 'ownPhone' ? t(`intake.lane.${lane}`) : t(`session.music.phases.${lane}`),
    level: percent,
    event: (event) => eventWords(t, event),
  };
}
