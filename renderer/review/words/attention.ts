import { joined, type SentenceContext, type Sentences } from './context.ts';
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

/** Sentences of bands and of the answers to them. */
export const attentionSentences: Sentences<'bandRaised' | 'attentionSeen' | 'attentionActed'> = {
  bandRaised: ({ readingId, level, fields, symptoms }, context) => {
    const { t } = context;
    const time = firstTime(readingId, context);
    if (symptoms !== null) return t('sentence.bandSymptoms', { time, symptoms });
    return t(`sentence.bandRaised.${level}`, { time, measures: measures(fields, context) });
  },
  attentionSeen: ({ readingId }, context) =>
    context.t('sentence.attentionSeen', { time: firstTime(readingId, context) }),
  attentionActed: ({ readingId, who, action }, context) =>
    context.t('sentence.attentionActed', { time: firstTime(readingId, context), who, action }),
};
