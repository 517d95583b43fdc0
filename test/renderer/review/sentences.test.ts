import { beforeAll, describe, expect, it } from 'vitest';
import { startCatalogue } from '../../../renderer/i18n/i18n.ts';
import { sentenceOf, sentences, type SentenceContext } from '../../../renderer/review/sentences.ts';
import { sessionBodySchema, type SessionBody } from '../../../shared/session/event-bodies.ts';
import type { SessionEvent } from '../../../shared/session/event.ts';
import type { ReadingState } from '../../../shared/session/reading-state.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { noComfort, openChoice, type Choice } from '../../../shared/intake/choice.ts';
import { roomScene } from '../../../shared/lights/scene.ts';
import { InPageBridge } from '../../helpers/in-page-bridge.ts';
import { playScene } from '../../helpers/in-page/scenes.ts';

const at = Date.UTC(2026, 10, 21, 13);
const parts: ReadingParts = {
  ...{ systolic: 124, diastolic: 78, spo2: 98, pulse: 82, respirations: 14, oxygenTenths: 20 },
  sedation: { kind: 'rass', value: -2 },
};
const clock = { wallMs: at, monotonicMs: 0, uptimeMs: 0, bootId: 'b' };
const order = {
  ...{ drug: 'Ketamine', mgPerKg: 0.5, weightKg: 72, mg: 36, concentrationMgPerMl: 1, rateMlPerHour: 43.2 },
  ...{ route: 'iv' as const, prescriber: 'Dr. N. Okafor' },
};

const choice: Choice = {
  ...openChoice('fr'),
  ...{ music: { kind: 'quiet' }, scope: 'course', noDrums: true, loudness: 0.42 },
  intention: { text: 'to forgive my brother', readers: 'careTeam', inExport: true },
  comfort: { ...noComfort, approach: 'neverTouch', darkest: 0.2, stopSign: 'I raise my hand' },
};

/** One body of every kind; the compiler asks for each. */
const bodies: { readonly [K in SessionBody['type']]: Extract<SessionBody, { type: K }> } = {
  created: {
    ...{ type: 'created', patientId: 'p', courseId: 'c', infusionNumber: 3, plannedInfusions: 6, practice: false },
    ...{ protocolHash: 'h', musicHash: null, plannedMs: 3_000_000, room: 'Room 2', timeZone: 'Europe/Copenhagen' },
  },
  preChecksBegun: { type: 'preChecksBegun' },
  checkAnswered: { type: 'checkAnswered', list: 'preChecks', itemId: 'antiNausea', answer: 'accepted', value: null },
  checkSigned: { type: 'checkSigned', list: 'preChecks', itemId: 'emergencyKit', checkerId: 'staff-tan' },
  roomTaken: { type: 'roomTaken' },
  pcChecked: {
    type: 'pcChecked',
    results: [
      { check: 'disk', answer: 'ok', code: 'enough' },
      { check: 'restart', answer: 'unknown', code: 'unknown' },
      { check: 'clock', answer: 'look', code: 'set' },
    ],
  },
  sheetsPrinted: { type: 'sheetsPrinted', sheets: ['patient', 'companion'], language: 'fr' },
  wishesNoted: { type: 'wishesNoted', intention: 'rest', wishes: null },
  musicChosen: { type: 'musicChosen', musicHash: 'h', title: 'Shoreline' },
  noMusicChosen: { type: 'noMusicChosen', wish: 'quiet' },
  intakeOpened: { type: 'intakeOpened', language: 'fr', ownFiles: null },
  intakeKept: { type: 'intakeKept', by: 'patient', choice },
  intakeHelpAsked: { type: 'intakeHelpAsked' },
  intakeHelpAnswered: { type: 'intakeHelpAnswered' },
  intakeRested: { type: 'intakeRested' },
  intakeClosed: { type: 'intakeClosed' },
  questionnaireAsked: { type: 'questionnaireAsked', sheetId: 's', questionnaire: 'phq9', by: 'patient' },
  questionnaireAnswered: { type: 'questionnaireAnswered', sheetId: 's', question: 'down', answer: 2 },
  questionnaireEnded: { type: 'questionnaireEnded', sheetId: 's' },
  safetyCarried: { type: 'safetyCarried', safetyId: 's:1', sheetId: 's', answer: 1, saidAt: at },
  safetySpoken: { type: 'safetySpoken', safetyIds: ['s:1'], who: 'R. Alvarez', decision: 'goOn', words: 'no plan' },
  orderEntered: { type: 'orderEntered', order },
  orderChecked: { type: 'orderChecked', checkerId: 'staff-tan' },
  baselineAccepted: { type: 'baselineAccepted', readingId: 'nobody' },
  overridden: {
    ...{ type: 'overridden', blockers: ['checkNo:consent', 'baselineGate:150/95'], reason: 'seen' },
    by: { kind: 'telephone', prescriber: 'Dr. N. Okafor', at, readBack: true },
  },
  telephoneOrderSigned: { type: 'telephoneOrderSigned', staffId: 'staff-okafor' },
  settledIn: { type: 'settledIn' },
  started: { type: 'started', plannedMs: 3_000_000 },
  startTakenBack: { type: 'startTakenBack', reason: 'wrong press' },
  notGiven: { type: 'notGiven', reason: 'cold', postponed: true },
  pumpPaused: { type: 'pumpPaused', reason: 'air', pumpStands: true, note: 'bubble' },
  pumpResumed: { type: 'pumpResumed' },
  lengthChanged: { type: 'lengthChanged', plannedMs: 3_600_000, reason: null },
  zeroReached: { type: 'zeroReached' },
  pumpStopped: { type: 'pumpStopped', reason: 'patientAsks', early: true, note: null },
  doseRecorded: { type: 'doseRecorded', mgGiven: 30, mgDiscarded: 6, witnessId: 'staff-tan', note: null },
  restBegun: { type: 'restBegun' },
  restEnded: { type: 'restEnded' },
  ownWordsKept: { type: 'ownWordsKept', text: 'warm sea' },
  scored: { type: 'scored', scale: 'aldrete', items: {}, total: 10, judgement: 'fit' },
  finished: { type: 'finished', how: 'fit', escort: 'sister', note: null },
  readingTaken: { type: 'readingTaken', readingId: 'r', parts, dueId: 'start-15', confirmed: [] },
  readingNotObtained: { type: 'readingNotObtained', readingId: 'r', dueId: null, reason: 'asleep' },
  readingAmended: { type: 'readingAmended', readingId: 'r', parts, takenAt: at, reason: 'typing error' },
  readingWithdrawn: { type: 'readingWithdrawn', readingId: 'r', reason: 'wrong person' },
  bandRaised: { type: 'bandRaised', readingId: 'r', level: 'red', fields: ['systolic', 'diastolic'], symptoms: null },
  baselineRestBegun: { type: 'baselineRestBegun', restMs: 300_000 },
  readingExplained: { type: 'readingExplained', readingId: 'r', reason: 'Patient asked' },
  quietSet: { type: 'quietSet', on: true },
  cuffNoted: { type: 'cuffNoted', readingId: 'r', cuff: 'large' },
  gateDecided: {
    ...{ type: 'gateDecided', readingId: 'r', decision: 'wait', reason: 'rested too little' },
    by: { kind: 'telephone', prescriber: 'Dr. N. Okafor', at, readBack: true },
  },
  attentionSeen: { type: 'attentionSeen', readingId: 'r' },
  attentionActed: { type: 'attentionActed', readingId: 'r', who: 'R. Alvarez', action: 'Repeats the reading' },
  timeAmended: { type: 'timeAmended', what: 'pumpStopped', at, reason: 'late press' },
  marked: { type: 'marked', markId: 'm', kind: 'nausea', note: null },
  markTakenBack: { type: 'markTakenBack', markId: 'm' },
  markDetailed: { type: 'markDetailed', markId: 'm', severity: 'moderate', settled: true, note: null },
  medicationGiven: {
    ...{ type: 'medicationGiven', medicationId: 'x', drug: 'Ondansetron', dose: '4 mg' },
    route: 'IV',
    checkedBy: 'JT',
    orderedBy: null,
  },
  medicationDeclined: { type: 'medicationDeclined', medicationId: 'y', drug: 'Ondansetron', dose: '4 mg', route: 'IV' },
  medicationChecked: { type: 'medicationChecked', medicationId: 'y', checkerId: 'staff-tan' },
  medicationWithdrawn: { type: 'medicationWithdrawn', medicationId: 'y', reason: 'entered twice' },
  pumpRateNoted: { type: 'pumpRateNoted', noteId: 'n', rate: { unit: 'mlPerHour', value: 43.2 } },
  pumpTotalRead: { type: 'pumpTotalRead', noteId: 'm', total: { unit: 'mg', value: 18 } },
  copyAsked: { type: 'copyAsked', copyId: 'c', askedAt: 0, whole: true },
  copyHanded: { type: 'copyHanded', copyId: 'c', form: 'file', identity: 'document' },
  pumpNoteWithdrawn: { type: 'pumpNoteWithdrawn', noteId: 'n', reason: null },
  adverseEventNoted: {
    ...{ type: 'adverseEventNoted', adverseId: 'a', severity: 'lifeThreatening', what: 'Fainted', markId: null },
  },
  adverseOutcomeNoted: { type: 'adverseOutcomeNoted', adverseId: 'a', outcome: 'hospital', note: 'by ambulance' },
  adverseEventTold: { type: 'adverseEventTold', adverseId: 'a', who: 'Dr. N. Okafor' },
  adverseEventWithdrawn: { type: 'adverseEventWithdrawn', adverseId: 'a', reason: 'entered twice' },
  patientUp: { type: 'patientUp', upId: 'u' },
  patientWalks: { type: 'patientWalks', upId: 'u', walker: 'nurse' },
  pumpRunsWhileUp: { type: 'pumpRunsWhileUp', upId: 'u' },
  patientBack: { type: 'patientBack', upId: 'u' },
  doctorCalled: { type: 'doctorCalled', callId: 'c' },
  doctorAnswered: {
    ...{ type: 'doctorAnswered', callId: 'c', who: { staffId: null, name: 'Dr. N. Okafor' }, said: 'wait' },
    order: { text: 'half the rate', readBack: true },
  },
  doctorNotReached: { type: 'doctorNotReached', callId: 'c' },
  callTakenBack: { type: 'callTakenBack', callId: 'c' },
  callOrderSigned: { type: 'callOrderSigned', callId: 'c', staffId: 'staff-okafor' },
  noted: { type: 'noted', text: 'quiet' },
  sessionSigned: {
    ...{ type: 'sessionSigned', staffId: 'staff-okafor', meaning: 'reviewed', open: ['orders', 'red'] },
    next: { decision: 'hold', words: 'blood pressure first' },
  },
  cosignAsked: { type: 'cosignAsked', staffId: 'staff-okafor' },
  sessionCosigned: { type: 'sessionCosigned', staffId: 'staff-okafor', meaning: 'responsible' },
  addendumAdded: { type: 'addendumAdded', addendumId: 'a', staffId: 'staff-okafor', text: 'escort was the brother' },
  lastNoteAnswered: { type: 'lastNoteAnswered', of: 'session-1', decided: 'started, pressure was 118' },
  claimed: { type: 'claimed', seqs: [4, 5] },
  disowned: { type: 'disowned', seqs: [6], reason: 'not mine' },
  emergencyBegun: { type: 'emergencyBegun' },
  emergencyStep: { type: 'emergencyStep', step: 'ambulance', note: null },
  emergencyEnded: { type: 'emergencyEnded' },
  cueFired: {
    type: 'cueFired',
    cueId: 'lights-start',
    action: { kind: 'scene', scene: roomScene(0.1, 2200), fadeMs: 60_000 },
  },
  cueSent: { type: 'cueSent', cueId: 'lights-start' },
  cueFailed: { type: 'cueFailed', cueId: 'lights-start', code: 'timeout' },
  cuePassed: { type: 'cuePassed', cueId: 'lights-start', why: 'taken back' },
  lightsSet: { type: 'lightsSet', scene: roomScene(0.25, null), fadeMs: 0, why: 'hand' },
  lightsSent: { type: 'lightsSent', driver: 'screen' },
  lightsReached: { type: 'lightsReached', lamps: [{ driver: 'lamp-1', name: 'Ceiling', tookMs: 140 }] },
  lightsHeld: { type: 'lightsHeld' },
  lightsReleased: { type: 'lightsReleased' },
  comfortBegun: { type: 'comfortBegun' },
  comfortEnded: { type: 'comfortEnded' },
  darkestShown: { type: 'darkestShown' },
  darkestOver: { type: 'darkestOver' },
  lightsFailed: { type: 'lightsFailed', driver: 'screen', code: 'timeout' },
  trackStarted: { type: 'trackStarted', trackId: 't', title: 'Slow Tide', phase: 'peak', positionMs: 0, why: 'plan' },
  trackFailed: { type: 'trackFailed', trackId: 't', code: 'missing' },
  volumeSet: { type: 'volumeSet', level: 0.54 },
  softened: { type: 'softened' },
  softenedBack: { type: 'softenedBack' },
  loweredForVoice: { type: 'loweredForVoice' },
  raisedAfterVoice: { type: 'raisedAfterVoice' },
  nextAsked: { type: 'nextAsked' },
  silenced: { type: 'silenced' },
  soundRestored: { type: 'soundRestored' },
  playerLost: { type: 'playerLost' },
  playerBack: { type: 'playerBack' },
  chargeConfirmed: { type: 'chargeConfirmed', label: 'Over-ear' },
  outputLost: { type: 'outputLost', label: 'Over-ear' },
  outputReturned: { type: 'outputReturned', label: 'Over-ear' },
  outputChosen: { type: 'outputChosen', label: 'Over-ear' },
  capSet: { type: 'capSet', label: 'Over-ear', cap: 0.5 },
  slept: { type: 'slept', byMs: 125_000 },
  stalled: { type: 'stalled', byMs: 9_000 },
  clockJumped: { type: 'clockJumped', byMs: -3_600_000 },
  restarted: { type: 'restarted', heartbeat: clock, sameBoot: true, gapMs: 12_000, wallBehind: false },
  gapTold: { type: 'gapTold', gapMs: 60_000 },
  practised: { type: 'practised', act: 'cuff' },
  wentOn: { type: 'wentOn' },
};

let context: SentenceContext;
const say = (body: SessionBody): string =>
  (sentences[body.type] as (body: SessionBody, context: SentenceContext) => string)(body, context);

beforeAll(() => {
  const catalogue = startCatalogue();
  const page = new InPageBridge({ wallMs: at, rate: 0, performanceNow: () => 0 });
  const { sessionId } = playScene(page, 'preChecks');
  const session = page.sessions.get(sessionId);
  if (session === undefined) throw new Error('No session');
  const nameOf = (staffId: string) => page.people.staff.find((person) => person.staffId === staffId)?.name ?? staffId;
  context = { t: catalogue.t, session: session.session, protocol: session.protocol, nameOf };
});

describe('the record in words', () => {
  it.each(Object.values(bodies))('$type is a whole sentence, without a key and without a hole', (body) => {
    expect(sessionBodySchema.safeParse(body).success).toBe(true);
    const words = say(body);
    expect(words.length).toBeGreaterThan(5);
    expect(words).not.toMatch(/\b(sentence|check|review)\.|\{\{|undefined|null|NaN/);
  });

  it('names people, figures and reasons', () => {
    expect(say(bodies.orderChecked)).toBe('Order second-checked by J. Tan, RN');
    expect(say(bodies.readingTaken)).toBe(
      '124/78, SpO₂ 98 %, pulse 82, breathing 14, RASS −2, oxygen 2 L/min (for +15)',
    );
    expect(say(bodies.pumpStopped)).toBe('Pump stopped, ended early: patient asks');
    expect(say(bodies.overridden)).toContain('by telephone by Dr. N. Okafor at 14:00, read back');
    expect(say(bodies.overridden)).toContain('baseline 150/95 outside the limits');
    expect(say(bodies.clockJumped)).toContain('set back by 60:00');
    expect(say(bodies.doseRecorded)).toBe('Given 30 mg, discarded 6 mg, witnessed by J. Tan, RN');
  });

  it('tells of a band that was seen with the symptoms of its reading, and without where it had none', () => {
    const event = { body: bodies.attentionSeen } as SessionEvent;
    const told = (own: Partial<ReadingParts>): string => {
      const reading: ReadingState = {
        ...{ readingId: 'r', seq: 1, takenAt: at, lifeMs: 0, sessionMs: null, notObtained: null, dueId: null },
        ...{ author: { kind: 'app' }, originals: [], withdrawn: null, parts: { ...parts, ...own } },
      };
      return sentenceOf(event, { ...context, session: { ...context.session, readings: [reading] } });
    };
    expect(told({})).toMatch(/seen, no symptoms$/);
    expect(told({ symptoms: [] })).toMatch(/seen, no symptoms$/);
    expect(told({ symptoms: ['dizzy'] })).toMatch(/seen; symptoms: dizzy$/);
  });

  it('tells what is heard in the place of ours, and headphones that were paused from those that were pulled out', () => {
    expect(say(bodies.noMusicChosen)).toBe('Music, as the patient asked: quiet, none of ours');
    expect(say({ type: 'noMusicChosen', wish: 'ownPhone' })).toContain('from their own phone');
    expect(say(bodies.outputLost)).toBe('Headphones gone: Over-ear. Music silent until they are back');
    expect(say({ ...bodies.outputLost, paused: true })).toContain('Headphones paused on themselves: Over-ear.');
  });

  it('tells the patient’s choice, and never their intention', () => {
    expect(say(bodies.intakeKept)).toBe(
      'The patient chose: quiet, please: no music, for the whole course, no drums, volume just right at 42 %, ' +
        'Sign for stop: I raise my hand, Never touch, Light at least 20 %',
    );
    expect(say({ ...bodies.intakeKept, choice: openChoice('fr') })).toBe('The patient left everything open');
  });

  it('says times where the session was, not where it is read', () => {
    const elsewhere = { ...context.session, created: { ...context.session.created, timeZone: 'America/Santiago' } };
    const event = { body: bodies.timeAmended } as SessionEvent;
    expect(sentenceOf(event, { ...context, session: elsewhere })).toContain('10:00');
  });
});
