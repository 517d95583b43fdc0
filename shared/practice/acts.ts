/** What a nurse does at the simulated patient's side: start the cuff, seat it anew, see to the line and the pump, stay with the patient. */
export const practiceActs = ['cuff', 'reseatCuff', 'line', 'stay'] as const;
export type PracticeAct = (typeof practiceActs)[number];

/** Something done at the simulated patient's side, on the session's life axis. */
export interface Practised {
  readonly act: PracticeAct;
  readonly lifeMs: number;
  /** Epoch ms, for display. */
  readonly at: number;
}
