import type { Choice } from '../../shared/intake/choice.ts';

/** The screens of the questions, in their order. `own` and `scope` are shown only where they mean something. */
export const steps = [
  'welcome',
  'volume',
  'music',
  'own',
  'scope',
  'intention',
  'comfort',
  'dark',
  'approach',
  'stop',
  'avoid',
  'summary',
] as const;
export type Step = (typeof steps)[number];

/** What decides which screens there are. */
export interface Way {
  readonly choice: Choice;
  readonly inCourse: boolean;
}

/** The screen after, or before, this one; the first and the last lead nowhere further. */
export function stepFrom(step: Step, by: 1 | -1, way: Way): Step {
  for (let at = steps.indexOf(step) + by; ; at += by) {
    const next = steps[at];
    if (next === undefined) return step;
    if (isAsked(next, way)) return next;
  }
}

/** Whether a screen has anything to ask. */
export function isAsked(step: Step, { choice, inCourse }: Way): boolean {
  if (step === 'own') return choice.music?.kind === 'ownFiles' || choice.music?.kind === 'ownPhone';
  if (step === 'scope') return inCourse && choice.music !== null;
  return true;
}

/** The screen of this name, where there is one. */
export function stepNamed(name: string | null): Step | null {
  return steps.find((step) => step === name) ?? null;
}
