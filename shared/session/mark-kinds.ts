import type { MarkState } from './care-state.ts';

/** What an event is: a complaint has a severity and an end, a need only an end, a fact neither. */
type Nature = 'complaint' | 'need' | 'fact';

const natures: Readonly<Record<MarkState['kind'], Nature>> = {
  nausea: 'complaint',
  vomiting: 'complaint',
  anxiety: 'complaint',
  distress: 'complaint',
  headache: 'complaint',
  dizziness: 'complaint',
  pain: 'complaint',
  cough: 'complaint',
  callBell: 'need',
  bathroom: 'need',
  lineProblem: 'need',
  other: 'need',
  staffInRoom: 'fact',
  comfort: 'fact',
  patientUp: 'fact',
  doctorCalled: 'fact',
};

/** Whether the patient complains of it: it can be mild, moderate or severe. */
export function isComplaint(kind: MarkState['kind']): boolean {
  return natures[kind] === 'complaint';
}

/** Whether it lasts until somebody says that it is settled. */
export function lasts(kind: MarkState['kind']): boolean {
  return natures[kind] !== 'fact';
}

/** Whether it is still going on as far as anybody said. */
export function isOpen(mark: Pick<MarkState, 'kind' | 'settled' | 'takenBack'>): boolean {
  return lasts(mark.kind) && !mark.settled && !mark.takenBack;
}

/** What still goes on, newest first. */
export function openMarks(marks: readonly MarkState[]): readonly MarkState[] {
  return marks.filter(isOpen).toReversed();
}
