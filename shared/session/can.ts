import { isSettled } from '../questionnaires/sheets.ts';
import { adverseTable, careTable, medicineTable } from './can-care.ts';
import { lightTable } from './can-lights.ts';
import type { SessionCommandType } from './command.ts';
import { livePhases } from './live-phases.ts';
import { mayAskForCopy } from './patient-copy.ts';
import { unexplainedReadings } from './reading-state.ts';
import { closedBySignature, signingTable } from './sign-state.ts';
import type { Session } from './state.ts';
import { unsignedDecisions } from './telephone-state.ts';

/**
 * Commands that work at the locked screen: what they enter is "not yet signed for". The pump's truth, readings, event
 * buttons, music, lights and the emergency never wait for a PIN; everything else does.
 */
export const lockedScreenCommands: ReadonlySet<SessionCommandType> = new Set<SessionCommandType>([
  'pausePump',
  'resumePump',
  'stopPump',
  'takeReading',
  'readingNotObtained',
  'explainReading',
  'seeBand',
  'tellSymptoms',
  'actOnBand',
  'mark',
  'takeBackMark',
  'gradeMark',
  'settleMark',
  'patientUp',
  'patientWalks',
  'pumpRunsWhileUp',
  'patientBack',
  'callDoctor',
  'missCall',
  'takeBackCall',
  'giveMedication',
  'declineMedication',
  'takeBackMedication',
  'notePumpRate',
  'readPumpTotal',
  'takeBackPumpNote',
  'note',
  'beginEmergency',
  'emergencyStep',
  'endEmergency',
  'setLights',
  'lightsFull',
  'holdLights',
  'releaseLights',
  'comfort',
  'comfortBack',
  'backToSheet',
  'showDarkest',
  'endDarkest',
  'setVolume',
  'chooseMusic',
  'chooseNoMusic',
  'soften',
  'softenBack',
  'lowerForVoice',
  'raiseAfterVoice',
  'nextTrack',
  'silence',
  'restoreSound',
  'beginRest',
  'endRest',
  'answerIntakeHelp',
  'tellGap',
  'goOn',
  'practise',
]);

/** Commands about the patient's choice. Staff may write down a change of mind at any time. */
function intakeTable({ intake, emergency, phase }: Session, before: boolean) {
  const open = intake.screen !== 'none';
  return {
    openIntake: before && emergency === null,
    keepIntake: before || livePhases.includes(phase),
    askIntakeHelp: open && intake.helpAskedAt === null,
    answerIntakeHelp: intake.helpAskedAt !== null,
    restIntake: intake.screen === 'asking',
    closeIntake: open,
  };
}

/** Commands about questionnaires. An answer that staff had to hear of is spoken about whenever it is left open. */
function sheetTable({ sheets, safety }: Session, before: boolean) {
  const open = sheets.some(({ ended }) => !ended);
  return {
    beginQuestionnaire: before,
    answerQuestion: before && open,
    endQuestionnaire: before && open,
    speakOfSafety: safety.some((said) => !isSettled(said)),
  };
}

/** Commands about before the start, the pump and recovery. */
function lifeTable(session: Session) {
  const { phase } = session;
  const before = phase === 'draft' || phase === 'preChecks';
  const pumpOn = phase === 'infusing' || phase === 'overtime';
  const recovery = phase === 'recovery';
  return {
    beginPreChecks: phase === 'draft',
    answerCheck: livePhases.includes(phase),
    answerGroup: livePhases.includes(phase),
    signCheck: livePhases.includes(phase),
    noteWishes: before || livePhases.includes(phase),
    chooseMusic: before || livePhases.includes(phase),
    chooseNoMusic: before || livePhases.includes(phase),
    ...intakeTable(session, before),
    ...sheetTable(session, before),
    enterOrder: phase === 'preChecks',
    checkOrder: phase === 'preChecks' && session.order !== null && session.order.checkerId === null,
    acceptBaseline: phase === 'preChecks' && session.readings.length > 0,
    override: phase === 'preChecks',
    beginBaselineRest: phase === 'preChecks',
    noteCuff: phase === 'preChecks' && session.readings.length > 0,
    decideGate: phase === 'preChecks' && session.baselineId !== null,
    signTelephoneOrder: unsignedDecisions(session).length > 0,
    confirmCharged: phase === 'preChecks',
    settleIn: phase === 'preChecks' && !session.settledIn,
    start: phase === 'preChecks',
    takeBackStart: pumpOn,
    doNotGive: before,
    pausePump: pumpOn && session.pump === 'running',
    resumePump: pumpOn && (session.pause !== null || session.trouble !== null),
    changeLength: before || pumpOn,
    stopPump: pumpOn,
    takeRoom: before || livePhases.includes(phase),
    noteSheetsPrinted: recovery || phase === 'finished',
    recordDose: recovery || phase === 'finished',
    beginRest: recovery && !session.resting,
    endRest: recovery && session.resting,
    keepOwnWords: recovery || phase === 'finished',
    score: recovery,
    finish: recovery,
  };
}

/** Answers to bands. */
function attentionTable({ raised }: Session) {
  const open = raised.filter((band) => band.answer === null);
  return {
    seeBand: open.some((band) => band.level === 'amber'),
    tellSymptoms: open.length > 0,
    actOnBand: open.length > 0,
  };
}

/** Commands about entries, and who signs for them. */
function entryTable(session: Session) {
  const isLive = livePhases.includes(session.phase);
  const after = session.phase === 'finished';
  return {
    takeReading: isLive || after,
    readingNotObtained: isLive || after,
    amendReading: session.readings.length > 0,
    withdrawReading: session.readings.length > 0,
    explainReading: unexplainedReadings(session).length > 0,
    setQuiet: isLive && session.started !== null,
    ...attentionTable(session),
    amendTime: session.started !== null,
    mark: isLive,
    takeBackMark: session.marks.length > 0,
    gradeMark: session.marks.length > 0,
    settleMark: session.marks.length > 0,
    note: true,
    askCopy: mayAskForCopy(session),
    handCopy: session.patientCopies.some(({ handed }) => handed === null),
    claim: session.unsigned.length > 0,
    disown: session.unsigned.length > 0,
  };
}

/** Commands about the room: emergency, music, gaps. */
function roomTable(session: Session) {
  const isLive = livePhases.includes(session.phase);
  // Where the patient hears nothing of ours, there is nothing to lower or to leave.
  const ours = session.musicHash !== null;
  const sounds = ours && session.music.phase !== null && isLive && !session.music.silent && !session.waiting;
  return {
    beginEmergency: isLive && session.emergency === null,
    emergencyStep: session.emergency !== null,
    endEmergency: session.emergency !== null,
    setVolume: isLive,
    soften: isLive && ours && !session.music.softened,
    softenBack: isLive && session.music.softened,
    lowerForVoice: sounds && !session.music.underVoice,
    raiseAfterVoice: isLive && session.music.underVoice,
    nextTrack: sounds,
    silence: isLive && !session.music.silent,
    restoreSound: isLive && session.music.silent && session.emergency === null,
    tellGap: isLive && session.gap !== null && session.gap.wallBehind,
    goOn: isLive && session.waiting,
    practise: isLive && session.created.practice && session.created.simulation !== undefined,
  };
}

/** The one table of what may be done, for the engine and for the buttons. What depends on values is refused by `decide`. */
export function can(session: Session): Readonly<Record<SessionCommandType, boolean>> {
  return closedBySignature(session, {
    ...lifeTable(session),
    ...entryTable(session),
    ...careTable(session),
    ...medicineTable(session),
    ...adverseTable(session),
    ...roomTable(session),
    ...lightTable(session),
    ...signingTable(session),
  });
}
