import { asksForPump, openAway } from './away-state.ts';
import { isWaiting, unsignedOrders } from './call-state.ts';
import { livePhases } from './live-phases.ts';
import type { Session } from './state.ts';

/** Commands about medicines, and about what stands on the pump. */
export function medicineTable(session: Session) {
  const isLive = livePhases.includes(session.phase);
  const { medications, declined, withdrawnMedicines } = session;
  const any = medications.length + declined.length + withdrawnMedicines.length > 0;
  const ran = session.started !== null && (isLive || session.phase === 'finished');
  const noted = session.pumpNotes.length > 0;
  return {
    giveMedication: isLive,
    declineMedication: isLive,
    checkMedication: medications.length > 0,
    takeBackMedication: any,
    withdrawMedication: any,
    notePumpRate: ran,
    readPumpTotal: ran,
    takeBackPumpNote: noted,
    withdrawPumpNote: noted,
  };
}

/** Commands about a patient who gets up, and about calls for a doctor. */
export function careTable(session: Session) {
  const isLive = livePhases.includes(session.phase);
  const up = isLive && openAway(session) !== null;
  const late = isLive || session.phase === 'finished';
  const called = late && session.calls.some(isWaiting);
  return {
    patientUp: isLive && !up && session.emergency === null,
    patientWalks: up,
    pumpRunsWhileUp: asksForPump(session),
    patientBack: up && session.emergency === null,
    callDoctor: isLive,
    answerCall: called,
    missCall: called,
    takeBackCall: called,
    signCallOrder: unsignedOrders(session).length > 0,
  };
}

/** Commands about adverse events: also when the patient has left, or got nothing. */
export function adverseTable({ phase, adverse }: Session) {
  const any = adverse.length > 0;
  return {
    noteAdverseEvent: phase !== 'draft',
    noteAdverseOutcome: any,
    tellAdverseEvent: any,
    withdrawAdverseEvent: any,
  };
}
