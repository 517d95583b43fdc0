import type { Session } from '../../../shared/session/state.ts';
import type { SessionBodyOf } from '../../../shared/session/event-bodies.ts';
import { dayOf } from '../../i18n/format.ts';
import { joined, span, timeIn, type SentenceContext, type Sentences } from './context.ts';

type CareType =
  | 'medicationDeclined'
  | 'medicationChecked'
  | 'medicationWithdrawn'
  | 'pumpRateNoted'
  | 'pumpTotalRead'
  | 'pumpNoteWithdrawn'
  | 'patientUp'
  | 'patientWalks'
  | 'pumpRunsWhileUp'
  | 'patientBack'
  | 'doctorCalled'
  | 'doctorAnswered'
  | 'doctorNotReached'
  | 'callTakenBack'
  | 'callOrderSigned'
  | 'copyAsked'
  | 'copyHanded';

/** Sentences of a patient who gets up, and of a doctor who is called. */
export const careSentences: Sentences<CareType> = {
  medicationDeclined: ({ drug, dose, route }, { t }) => t('sentence.medicationDeclined', { drug, dose, route }),
  medicationChecked: ({ medicationId, checkerId }, context) =>
    context.t('sentence.medicationChecked', {
      medicine: medicineWords(medicationId, context),
      who: context.nameOf(checkerId),
    }),
  medicationWithdrawn: ({ medicationId, reason }, context) => {
    const medicine = medicineWords(medicationId, context);
    return reason === null
      ? context.t('sentence.medicationTakenBack', { medicine })
      : context.t('sentence.medicationWithdrawn', { medicine, reason });
  },
  pumpRateNoted: ({ rate }, { t }) => t(`sentence.pumpRate.${rate.unit}`, { value: rate.value }),
  pumpTotalRead: ({ total }, { t }) => t(`sentence.pumpTotal.${total.unit}`, { value: total.value }),
  pumpNoteWithdrawn: ({ noteId, reason }, context) => {
    const figure = pumpNoteWords(noteId, context);
    return reason === null
      ? context.t('sentence.pumpNoteTakenBack', { figure })
      : context.t('sentence.pumpNoteWithdrawn', { figure, reason });
  },
  patientUp: (_, { t }) => t('sentence.patientUp'),
  patientWalks: ({ walker }, { t }) => t(`sentence.patientWalks.${walker}`),
  pumpRunsWhileUp: (_, { t }) => t('sentence.pumpRunsWhileUp'),
  patientBack: ({ upId }, { t, session }) => t('sentence.patientBack', { time: span(awayMs(session, upId)) }),
  doctorCalled: (_, { t }) => t('sentence.doctorCalled'),
  doctorAnswered: (body, context) => answerWords(body, context),
  doctorNotReached: ({ callId }, { t, session }) => {
    const call = callOf(session, callId);
    return t('sentence.doctorNotReached', { time: span((call?.notReached?.at ?? 0) - (call?.at ?? 0)) });
  },
  callTakenBack: (_, { t }) => t('sentence.callTakenBack'),
  copyAsked: ({ askedAt, whole }, { t, session }) =>
    t(whole ? 'sentence.copyAskedWhole' : 'sentence.copyAsked', { day: dayOf(askedAt, session.created.timeZone) }),
  copyHanded: ({ form, identity }, { t }) =>
    t(`sentence.copyHanded.${form}`, { identity: t(`sentence.identity.${identity}`) }),
  callOrderSigned: ({ callId, staffId, instead }, context) => {
    const answer = callOf(context.session, callId)?.answer ?? null;
    const sentence = context.t('sentence.callOrderSigned', {
      time: timeIn(context, answer?.at ?? 0),
      who: context.nameOf(staffId),
      text: answer?.order?.text ?? '',
    });
    return instead === undefined ? sentence : context.t('sentence.signedInstead', { sentence, reason: instead });
  },
};

function callOf(session: Session, callId: string): Session['calls'][number] | undefined {
  return session.calls.find((call) => call.callId === callId);
}

/** A medicine of the record, whether it counts or not. */
function medicineWords(medicationId: string, { t, session }: SentenceContext): string {
  const { medications, declined, withdrawnMedicines } = session;
  const all = [...medications, ...declined, ...withdrawnMedicines.map(({ medicine }) => medicine)];
  const found = all.find((medicine) => medicine.medicationId === medicationId);
  if (found === undefined) return medicationId;
  const { drug, dose, route } = found;
  return found.type === 'medicationGiven'
    ? t('sentence.medicationGiven', { drug, dose, route })
    : t('sentence.medicationDeclined', { drug, dose, route });
}

function pumpNoteWords(noteId: string, { t, session }: SentenceContext): string {
  const note = session.pumpNotes.find((candidate) => candidate.noteId === noteId);
  if (note === undefined) return noteId;
  return note.kind === 'rate'
    ? t(`sentence.pumpRate.${note.rate.unit}`, { value: note.rate.value })
    : t(`sentence.pumpTotal.${note.total.unit}`, { value: note.total.value });
}

/** How long the patient was up, ms. */
function awayMs(session: Session, upId: string): number {
  const away = session.aways.find((candidate) => candidate.upId === upId);
  return away === undefined || away.back === null ? 0 : away.back.at - away.at;
}

function answerWords({ callId, who, said, order }: SessionBodyOf<'doctorAnswered'>, context: SentenceContext): string {
  const { t, session } = context;
  const call = callOf(session, callId);
  return joined(
    t('sentence.doctorAnswered', { name: who.name, time: span((call?.answer?.at ?? 0) - (call?.at ?? 0)) }),
    said === null ? null : t('sentence.doctorSaid', { text: said }),
    order === null ? null : t('sentence.doctorOrdered', { text: order.text }),
  );
}
