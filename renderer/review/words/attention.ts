import { symptomWords } from '../../room/session/reading/words.ts';
import { joined, minutes, timeIn, type SentenceContext, type Sentences } from './context.ts';
import { firstTime } from './entries.ts';

/** `blood pressure`, `SpO₂, pulse`: the measures that lie in a band, systolic and diastolic as one. */
function measures(fields: readonly string[], { t }: SentenceContext): string {
  if (fields.length === 0) return t('attention.measure.symptoms');
  const pressure = fields.includes('systolic') || fields.includes('diastolic');
  return joined(
    pressure ? t('attention.measure.bloodPressure') : null,
    fields.includes('spo2') ? t('attention.measure.spo2') : null,
    fields.includes('pulse') ? t('attention.measure.pulse') : null,
    fields.includes('respirations') ? t('attention.measure.respirations') : null,
    fields.includes('rass') || fields.includes('moaas') ? t('attention.measure.sedation') : null,
  );
}

/** What a reading first said of symptoms, in words; null where it said of none. */
function firstSymptoms(readingId: string, { session, t }: SentenceContext): string | null {
  const reading = session.readings.find((candidate) => candidate.readingId === readingId);
  const parts = reading?.originals[0]?.parts ?? reading?.parts ?? null;
  return parts === null || (parts.symptoms ?? []).length === 0 ? null : symptomWords(t, parts);
}

/** Sentences of bands, of the answers to them, and of the gate before the start. */
export const attentionSentences: Sentences<
  'bandRaised' | 'attentionSeen' | 'attentionActed' | 'baselineRestBegun' | 'cuffNoted' | 'gateDecided'
> = {
  bandRaised: ({ readingId, level, fields, symptoms }, context) => {
    const { t } = context;
    const time = firstTime(readingId, context);
    if (symptoms !== null) return t('sentence.bandSymptoms', { time, symptoms });
    return t(`sentence.bandRaised.${level}`, { time, measures: measures(fields, context) });
  },
  attentionSeen: ({ readingId }, context) => {
    const time = firstTime(readingId, context);
    const symptoms = firstSymptoms(readingId, context);
    return symptoms === null
      ? context.t('sentence.attentionSeen', { time })
      : context.t('sentence.attentionSeenWith', { time, symptoms });
  },
  attentionActed: ({ readingId, who, action }, context) =>
    context.t('sentence.attentionActed', { time: firstTime(readingId, context), who, action }),
  baselineRestBegun: ({ restMs }, { t }) => t('sentence.baselineRestBegun', { minutes: minutes(restMs) }),
  cuffNoted: ({ readingId, cuff }, context) =>
    context.t('sentence.cuffNoted', {
      time: firstTime(readingId, context),
      cuff: context.t(`attention.gate.cuffs.${cuff}`),
    }),
  gateDecided: ({ readingId, decision, reason, by }, context) => {
    const { t } = context;
    const who =
      by.kind === 'prescriber'
        ? context.nameOf(by.staffId)
        : t('sentence.gatePhone', { who: by.prescriber, at: timeIn(context, by.at) });
    const time = firstTime(readingId, context);
    return t('sentence.gateDecided', { who, time, decision: t(`attention.gate.decisions.${decision}`), reason });
  },
};
