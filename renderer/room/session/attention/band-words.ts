import type { TFunction } from 'i18next';
import { latestParts } from '../../../../shared/session/latest-parts.ts';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import type { OpenBand } from '../../../../shared/session/attention.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { differenceTo } from '../../../../shared/vitals/difference.ts';
import { signed } from '../format.ts';
import { pressureWords, sedationWords, symptomWords } from '../reading/words.ts';

/** The values that lie in the band: `164/98`, `SpO₂ 93 %`. Systolic and diastolic come as the pair they are. */
export function bandValues(t: TFunction, { band, reading }: OpenBand): string {
  const { parts } = reading;
  if (parts === null) return '';
  const has = (field: (typeof band.fields)[number]): boolean => band.fields.includes(field);
  return [
    has('systolic') || has('diastolic') ? pressureWords(parts) : null,
    has('spo2') ? t('readings.spo2Short', { spo2: parts.spo2 }) : null,
    has('pulse') ? t('readings.pulseShort', { pulse: parts.pulse }) : null,
    has('respirations') ? t('readings.breaths', { count: parts.respirations ?? 0 }) : null,
    (has('rass') || has('moaas')) && parts.sedation !== null
      ? t('attention.value', { name: t('attention.measure.sedation'), value: sedationWords(t, parts.sedation) })
      : null,
    band.fields.length === 0 ? symptomWords(t, parts) : null,
  ]
    .filter((word) => word !== null)
    .join(', ');
}

/** How far the first of these values lies from the patient's baseline and from the last one: `+39 % vs baseline · +18 since last`. */
export function bandCompared(t: TFunction, session: Session, { band, reading }: OpenBand): string | null {
  const field = (['systolic', 'diastolic', 'spo2', 'pulse', 'respirations'] as const).find((one) =>
    band.fields.includes(one),
  );
  const { parts } = reading;
  if (field === undefined || parts === null) return null;
  const baseline = baselineOf(session)?.parts ?? null;
  const last = latestParts(session, reading.lifeMs, reading.readingId);
  const vsBaseline = baseline === null ? undefined : differenceTo(baseline, parts)[field];
  const vsLast = last === null ? undefined : differenceTo(last, parts)[field];
  const words = [
    vsBaseline === undefined ? null : t('attention.vsBaseline', { percent: signed(vsBaseline.percent) }),
    vsLast === undefined ? null : t('attention.vsLast', { by: signed(vsLast.by) }),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' · ');
}
