import { lifeMs } from '../../../../shared/session/life.ts';
import { planOf, practiceFacts } from '../../../../shared/practice/facts.ts';
import { cuffAt, oximeterAt, type CuffNow, type Oximeter } from '../../../../shared/practice/monitor.ts';
import { patientAt, type PatientNow } from '../../../../shared/practice/patient.ts';
import { pumpAt, type PumpNow } from '../../../../shared/practice/pump.ts';
import { useViewNow } from '../view.ts';

/** The simulated patient as they are in the shown second. */
export interface Simulation {
  readonly cuff: CuffNow;
  readonly oximeter: Oximeter;
  readonly patient: PatientNow;
  readonly pump: PumpNow;
  /** Epoch ms of a moment of life time. */
  readonly wallAt: (momentLifeMs: number) => number;
}

/** Follows from the session's events and the clock alone; null for every session without a simulated patient. */
export function useSimulation(): Simulation | null {
  const { session, now } = useViewNow();
  const plan = planOf(session);
  if (plan === null) return null;
  const facts = practiceFacts(session);
  const at = lifeMs(session, now);
  return {
    cuff: cuffAt(plan, facts, at),
    oximeter: oximeterAt(plan, facts, at),
    patient: patientAt(plan, facts, at),
    pump: pumpAt(plan, session, facts, at),
    wallAt: (moment) => now.wallMs - (at - moment),
  };
}
