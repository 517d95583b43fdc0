import type { SessionBodyOf } from '../../../shared/session/event-bodies.ts';
import { lookUp } from '../../i18n/i18n.ts';
import { partWords } from '../../room/session/reading/part-words.ts';
import { joined, timeIn, type SentenceContext, type Sentences } from './context.ts';
import { dueWords } from './due-words.ts';
import { readingWords } from './reading-words.ts';

type EntryType =
  | 'readingTaken'
  | 'readingNotObtained'
  | 'readingAmended'
  | 'readingWithdrawn'
  | 'readingExplained'
  | 'quietSet'
  | 'timeAmended'
  | 'marked'
  | 'markTakenBack'
  | 'markDetailed'
  | 'medicationGiven'
  | 'noted'
  | 'claimed'
  | 'disowned'
  | 'emergencyBegun'
  | 'emergencyStep'
  | 'emergencyEnded';

/** Sentences of what staff enter: readings, events, medicines, notes, the emergency. */
export const entrySentences: Sentences<EntryType> = {
  readingTaken: ({ parts, dueId, typedAt, outside }, context) => {
    const reading = readingWords(parts, context.t);
    const due = dueById(dueId, context);
    const taken =
      due === null
        ? context.t('sentence.readingTaken', { reading })
        : context.t('sentence.readingDue', { reading, due });
    const typed = typedAt === undefined ? null : context.t('readingParts.typedAt', { time: timeIn(context, typedAt) });
    return joined(taken, typed, outside === undefined ? null : context.t('sentence.readingOutside'));
  },
  readingNotObtained: ({ reason, dueId, parts }, context) => {
    const { t } = context;
    const said =
      parts === undefined
        ? t('sentence.readingNotObtained', { reason })
        : t('sentence.partsNotObtained', { parts: partWords(t, parts), reason });
    return joined(said, dueById(dueId, context));
  },
  readingExplained: ({ readingId, reason }, context) =>
    context.t('sentence.readingExplained', { time: firstTime(readingId, context), reason }),
  quietSet: ({ on }, { t }) => t(on ? 'sentence.quietSet.on' : 'sentence.quietSet.off'),
  readingAmended: ({ readingId, parts, reason }, context) =>
    context.t('sentence.readingAmended', {
      time: firstTime(readingId, context),
      reading: readingWords(parts, context.t),
      reason,
    }),
  readingWithdrawn: ({ readingId, reason }, context) =>
    context.t('sentence.readingWithdrawn', { time: firstTime(readingId, context), reason }),
  timeAmended: ({ what, at, reason }, context) =>
    context.t(`sentence.timeAmended.${what}`, { time: timeIn(context, at), reason }),
  marked: ({ kind, note }, { t }) => joined(t('sentence.marked', { kind: t(`sentence.mark.${kind}`) }), note),
  markTakenBack: ({ markId }, context) => context.t('sentence.markTakenBack', { kind: markWords(markId, context) }),
  markDetailed: ({ markId, severity, settled, note }, context) => {
    const { t } = context;
    const details = joined(
      severity === null ? null : t(`sentence.severity.${severity}`),
      settled ? t('sentence.settled') : t('sentence.notSettled'),
      note,
    );
    return t('sentence.markDetailed', { kind: markWords(markId, context), details });
  },
  medicationGiven: (body, { t }) => medicationWords(body, t),
  noted: ({ text }, { t }) => t('sentence.noted', { text }),
  claimed: ({ seqs }, { t }) => t('sentence.claimed', { seqs: seqs.join(', ') }),
  disowned: ({ seqs, reason }, { t }) => t('sentence.disowned', { seqs: seqs.join(', '), reason }),
  emergencyBegun: (_, { t }) => t('sentence.emergencyBegun'),
  emergencyStep: ({ step, note }, { t }) => joined(t(`sentence.emergencyStep.${step}`), note),
  emergencyEnded: (_, { t }) => t('sentence.emergencyEnded'),
};

function medicationWords(body: SessionBodyOf<'medicationGiven'>, t: SentenceContext['t']): string {
  const { drug, dose, route, checkedBy, orderedBy } = body;
  return joined(
    t('sentence.medicationGiven', { drug, dose, route }),
    checkedBy === null ? null : t('sentence.checkedBy', { who: checkedBy }),
    orderedBy === null ? null : t('sentence.orderedBy', { who: orderedBy }),
  );
}

/** Which reading of the schedule; null where none was due. */
function dueById(dueId: string | null, { protocol, t }: SentenceContext): string | null {
  const due = protocol.dueReadings.find((candidate) => candidate.id === dueId);
  return due === undefined ? null : dueWords(due, t);
}

/** When a reading was first written to have been taken, whatever was amended since. */
export function firstTime(readingId: string, context: SentenceContext): string {
  const reading = context.session.readings.find((candidate) => candidate.readingId === readingId);
  const at = reading?.originals[0]?.takenAt ?? reading?.takenAt;
  return at === undefined ? readingId : timeIn(context, at);
}

function markWords(markId: string, { session, t }: SentenceContext): string {
  const kind = session.marks.find((mark) => mark.markId === markId)?.kind ?? 'other';
  return lookUp(`sentence.mark.${kind}`, {}) ?? t('sentence.mark.other');
}
