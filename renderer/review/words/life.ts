import type { PcAnswer } from '../../../shared/pc/pc-check.ts';
import { lookUp } from '../../i18n/i18n.ts';
import { readingWords } from './reading-words.ts';
import { checkLabel, checkValue, joined, minutes, timeIn, type SentenceContext, type Sentences } from './context.ts';

type LifeType =
  | 'created'
  | 'preChecksBegun'
  | 'checkAnswered'
  | 'checkSigned'
  | 'sheetsPrinted'
  | 'roomTaken'
  | 'pcChecked'
  | 'wishesNoted'
  | 'musicChosen'
  | 'noMusicChosen'
  | 'orderEntered'
  | 'orderChecked'
  | 'baselineAccepted'
  | 'overridden'
  | 'telephoneOrderSigned'
  | 'settledIn'
  | 'started'
  | 'startTakenBack'
  | 'notGiven'
  | 'pumpPaused'
  | 'pumpResumed'
  | 'lengthChanged'
  | 'zeroReached'
  | 'pumpStopped'
  | 'doseRecorded'
  | 'restBegun'
  | 'restEnded'
  | 'ownWordsKept'
  | 'scored'
  | 'finished';

/** Sentences of a session's life: preparation, the pump, recovery. */
export const lifeSentences: Sentences<LifeType> = {
  created: (body, { t }) => {
    const { infusionNumber: number, plannedInfusions: planned } = body;
    const known =
      planned === null
        ? t('sentence.createdInfusion', { number })
        : t('sentence.createdInfusionOf', { number, planned });
    const what = body.practice ? t('sentence.createdPractice') : number === null ? t('sentence.createdPatient') : known;
    return t('sentence.created', { what, minutes: minutes(body.plannedMs), room: body.room });
  },
  preChecksBegun: (_, { t }) => t('sentence.preChecksBegun'),
  checkAnswered: (body, context) => {
    const { t } = context;
    const item = checkLabel(context, body.itemId);
    if (body.answer === null) return t('sentence.checkTakenBack', { item });
    if (body.answer === 'value') return t('sentence.checkValue', { item, value: checkValue(context, body) });
    return joined(t('sentence.checkAnswered', { item, answer: t(`sentence.answer.${body.answer}`) }), body.value);
  },
  checkSigned: ({ itemId, checkerId }, context) =>
    context.t('sentence.checkSigned', { item: checkLabel(context, itemId), who: context.nameOf(checkerId) }),
  roomTaken: (_, { t }) => t('sentence.roomTaken'),
  pcChecked: ({ results }, { t }) => {
    const of = (answer: PcAnswer): string =>
      joined(...results.filter((one) => one.answer === answer).map(({ check }) => t(`pcChecks.${check}.name`)));
    return t('sentence.pcChecked', {
      what: [
        of('look') === '' ? null : t('sentence.pcLook', { names: of('look') }),
        of('unknown') === '' ? null : t('sentence.pcUnknown', { names: of('unknown') }),
        of('ok') === '' ? null : t('sentence.pcOk', { names: of('ok') }),
      ]
        .filter((part) => part !== null)
        .join('; '),
    });
  },
  sheetsPrinted: ({ sheets, language }, { t }) =>
    t('sentence.sheetsPrinted', {
      sheets: joined(...sheets.map((sheet) => t(`sentence.sheet.${sheet}`))),
      language: t(`sentence.sheetLanguage.${language}`),
    }),
  wishesNoted: ({ intention, wishes }, { t }) => {
    const text = joined(
      intention === null ? null : t('sentence.intention', { text: intention }),
      wishes === null ? null : t('sentence.wishes', { text: wishes }),
    );
    return text === '' ? t('sentence.wishesEmptied') : t('sentence.wishesNoted', { text });
  },
  musicChosen: ({ title }, { t }) => t('sentence.musicChosen', { title }),
  noMusicChosen: ({ wish }, { t }) => t(`sentence.noMusicChosen.${wish}`),
  orderEntered: ({ order }, { t }) =>
    t('sentence.orderEntered', {
      ...order,
      route: t(`sentence.route.${order.route}`),
      concentration: order.concentrationMgPerMl,
      rate: order.rateMlPerHour,
    }),
  orderChecked: ({ checkerId }, { t, nameOf }) => t('sentence.orderChecked', { who: nameOf(checkerId) }),
  baselineAccepted: ({ readingId }, { t, session }) => {
    const parts = session.readings.find((reading) => reading.readingId === readingId)?.parts ?? null;
    return t('sentence.baselineAccepted', { reading: parts === null ? readingId : readingWords(parts, t) });
  },
  overridden: ({ blockers, reason, by }, context) => {
    const { t, nameOf } = context;
    const words = blockers.map((key) => blockerWords(context, key)).join('; ');
    return by.kind === 'prescriber'
      ? t('sentence.overriddenPin', { who: nameOf(by.staffId), blockers: words, reason })
      : t('sentence.overriddenPhone', { who: by.prescriber, time: timeIn(context, by.at), blockers: words, reason });
  },
  telephoneOrderSigned: ({ staffId, instead }, { t, nameOf }) => {
    const sentence = t('sentence.telephoneOrderSigned', { who: nameOf(staffId) });
    return instead === undefined ? sentence : t('sentence.signedInstead', { sentence, reason: instead });
  },
  settledIn: (_, { t }) => t('sentence.settledIn'),
  started: ({ plannedMs }, { t }) => t('sentence.started', { minutes: minutes(plannedMs) }),
  startTakenBack: ({ reason }, { t }) => t('sentence.startTakenBack', { reason }),
  notGiven: ({ reason, postponed }, { t }) =>
    postponed ? t('sentence.notGivenPostponed', { reason }) : t('sentence.notGiven', { reason }),
  pumpPaused: ({ reason, pumpStands, note }, { t }) => {
    const why = joined(t(`sentence.pauseReason.${reason}`), note);
    return pumpStands ? t('sentence.pumpPaused', { reason: why }) : t('sentence.pumpTrouble', { reason: why });
  },
  pumpResumed: (_, { t }) => t('sentence.pumpResumed'),
  lengthChanged: ({ plannedMs, reason }, { t }) =>
    joined(t('sentence.lengthChanged', { minutes: minutes(plannedMs) }), reason),
  zeroReached: (_, { t }) => t('sentence.zeroReached'),
  pumpStopped: ({ reason, early, note }, { t }) => {
    const why = joined(t(`sentence.stopReason.${reason}`), note);
    return early ? t('sentence.pumpStoppedEarly', { reason: why }) : t('sentence.pumpStopped', { reason: why });
  },
  doseRecorded: ({ mgGiven, mgDiscarded, witnessId, note }, { t, nameOf }) =>
    joined(
      t('sentence.doseRecorded', { given: mgGiven, discarded: mgDiscarded }),
      witnessId === null ? null : t('sentence.doseWitness', { who: nameOf(witnessId) }),
      note,
    ),
  restBegun: (_, { t }) => t('sentence.restBegun'),
  restEnded: (_, { t }) => t('sentence.restEnded'),
  ownWordsKept: ({ text }, { t }) => t('sentence.ownWordsKept', { text }),
  scored: ({ scale, total, judgement }, { t }) =>
    t('sentence.scored', {
      scale: t(`sentence.scale.${scale}`),
      total,
      judgement: t(`sentence.judgement.${judgement}`),
    }),
  finished: ({ how, escort, note, told }, { t }) =>
    joined(
      t('sentence.finished', { how: t(`sentence.how.${how}`) }),
      escort === null ? null : t('sentence.finishedEscort', { escort }),
      note,
      told == null ? null : t('sentence.finishedTold', { told }),
    ),
};

/** What stood in the way, from its key `code:subject`. */
function blockerWords(context: SentenceContext, key: string): string {
  const [code, subject = ''] = key.split(':');
  const item = checkLabel(context, subject);
  return lookUp(`sentence.blocker.${code}`, { item, subject }) ?? key;
}
