import type { ChartWords } from '../../shared/chart/chart-words.ts';

/** Words of a chart as short and plain as its tests want them. */
export const plainWords: ChartWords = {
  pressure: 'mmHg',
  spo2: 'SpO2',
  now: 'now',
  plannedEnd: 'planned end',
  stopped: 'stopped',
  timeUp: 'time up',
  notObtained: 'not obtained',
  light: 'light',
  music: 'music',
  minute: (minutes) => `m${minutes}`,
  time: () => 'time',
  limit: ({ field, level, value }) => `${field} ${level} ${value}`,
  shortLimit: ({ value }) => `!${value}`,
  baseline: ({ systolic, diastolic }) => `base ${systolic}/${diastolic}`,
  part: (kind) => kind,
  heard: (lane) => lane,
  level: (level) => `${Math.round(level * 100)} %`,
  event: ({ id }) => id,
};
