import type { Questionnaire } from '../../shared/scales/questionnaire.ts';
import { questionnaires } from '../../shared/scales/questionnaires.ts';
import { SAFETY } from '../../shared/scales/phq9.ts';
import type { Random } from '../archive/random.ts';
import type { WantedSheet } from './cast.ts';
import type { PlannedVisit } from './plan.ts';
import type { YearPatient } from './people.ts';

/** How much of the points is left by a visit of a course, by how somebody takes to it. */
const left = { good: [1, 0.8, 0.66, 0.55, 0.45, 0.38], some: [1, 0.92, 0.85, 0.8, 0.74, 0.7], none: [1, 1, 0.97] };

/** Share of the first total that a patient still has after so many infusions, 0 to 1. */
export function shareLeft({ response }: YearPatient, infusions: number): number {
  const curve = left[response];
  return curve[Math.min(infusions, curve.length - 1)] ?? 1;
}

/** A sheet of a questionnaire as this patient would fill it in after so many infusions. */
export function sheetAfter(
  patient: YearPatient,
  questionnaire: WantedSheet['questionnaire'],
  infusions: number,
  random: Random,
): WantedSheet {
  const share = shareLeft(patient, infusions);
  const total = Math.max(1, Math.round(patient.before[questionnaire] * share) + random.whole(-1, 1));
  const safety = questionnaire === 'phq9' && patient.safety && share > 0.9 ? random.whole(1, 2) : 0;
  return { questionnaire, total, safety, asFar: null };
}

/** What is asked before a visit: everything before the first infusion and the last, and the short one in between. */
export function sheetsOf({ patient, number, planned, last }: PlannedVisit, random: Random): readonly WantedSheet[] {
  const of = (questionnaire: WantedSheet['questionnaire']): WantedSheet =>
    sheetAfter(patient, questionnaire, number - 1, random);
  const all = [of('phq9'), of('gad7'), ...(patient.trauma ? [of('pcl5')] : [])];
  if (number === 1 || number === planned || last === 'over') return all;
  if (number % 2 === 0 && planned !== null) return [];
  const [first] = all;
  if (first === undefined) return [];
  // Tired of it half way: kept as far as it goes.
  return [random.chance(0.06) ? { ...first, asFar: random.whole(3, 6) } : first];
}

/** Answers that add up to what is wanted, question by question in their order. */
export function answersTo(wanted: WantedSheet, random: Random): readonly (readonly [string, number])[] {
  const scale: Questionnaire = questionnaires[wanted.questionnaire];
  const open = scale.questions.filter(({ id }) => id !== SAFETY).map(({ id }) => id);
  const given = new Map(scale.questions.map(({ id }) => [id, id === SAFETY ? wanted.safety : 0]));
  for (let rest = Math.min(wanted.total - wanted.safety, open.length * scale.highestAnswer); rest > 0; rest -= 1) {
    const free = open.filter((id) => (given.get(id) ?? 0) < scale.highestAnswer);
    const id = random.pick(free);
    given.set(id, (given.get(id) ?? 0) + 1);
  }
  return [...given].slice(0, wanted.asFar ?? undefined);
}
