import { between } from './chance.ts';

/** Something that befalls the simulated patient, the cuff or the pump. */
export const incidentKinds = ['cuff', 'sick', 'pump', 'pressure', 'anxious', 'enough'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** What can be practised. The names stand in records of practice and are never used for something else. */
export const scenarioIds = [
  'ordinary',
  'hurried',
  'badCuff',
  'sick',
  'pressure',
  'anxious',
  'pump',
  'enough',
  'eventful',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

const MINUTE = 60_000;
/** The hour that the moments below are told for, ms; another length scales them. */
const TOLD_FOR_MS = 50 * MINUTE;
/** By how much the seed moves a moment, ms to either side. */
const SHIFT_MS = MINUTE;

/** Minutes of a 50-minute infusion at which things happen. A session holds what its own readings and presses make of them. */
const moments: Readonly<Record<ScenarioId, readonly (readonly [IncidentKind, number])[]>> = {
  ordinary: [],
  hurried: [],
  badCuff: [['cuff', 13]],
  sick: [['sick', 20]],
  pressure: [['pressure', 29]],
  anxious: [['anxious', 23]],
  pump: [['pump', 17]],
  enough: [['enough', 34]],
  // A cuff at the first reading, a patient who is sick, a pump that stops, a red reading and an early end.
  eventful: [
    ['cuff', 3],
    ['sick', 10],
    ['pump', 20],
    ['pressure', 29],
    ['enough', 38],
  ],
};

export interface Incident {
  readonly kind: IncidentKind;
  /** Real time since the start of the infusion, ms. */
  readonly atMs: number;
}

/** One practice: what happens and when, decided by scenario, seed and planned length alone. */
export interface PracticePlan {
  readonly scenario: ScenarioId;
  readonly seed: number;
  /** Came in a hurry: the pressure before the start is high, and falls with rest. */
  readonly hurried: boolean;
  /** Planned infusion when the session was made, ms. */
  readonly plannedMs: number;
  readonly incidents: readonly Incident[];
}

export function isScenario(id: string): id is ScenarioId {
  return (scenarioIds as readonly string[]).includes(id);
}

/** The plan of a practice; null where this version of the app knows no such scenario. */
export function practicePlan(scenario: string, seed: number, plannedMs: number): PracticePlan | null {
  if (!isScenario(scenario)) return null;
  const incidents = moments[scenario].map(([kind, minute], index) => ({
    kind,
    atMs: Math.round((minute * MINUTE * plannedMs) / TOLD_FOR_MS + between(-SHIFT_MS, SHIFT_MS, seed, 1, index)),
  }));
  return { scenario, seed, hurried: scenario === 'hurried', plannedMs, incidents };
}
