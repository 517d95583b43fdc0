import type { SessionPhase } from './state.ts';

/** Phases in which the patient is here. */
export const livePhases: readonly SessionPhase[] = ['preChecks', 'infusing', 'overtime', 'recovery'];
