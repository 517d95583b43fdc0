import type { SessionPhase } from './state.ts';

/** Phases in which somebody is with the patient. */
export const livePhases: readonly SessionPhase[] = ['preChecks', 'infusing', 'overtime', 'recovery'];
