import type { Role } from '../../shared/people/people.ts';
import { birthDate, fictionalName } from '../archive/names.ts';
import { randomFrom, type Random } from '../archive/random.ts';
import { ARCHIVE_PIN, type Member } from '../archive/staff.ts';
import { baselineOf, type Baseline } from '../archive/vitals.ts';

/** The PIN of everybody in the clinic. */
export const YEAR_PIN = ARCHIVE_PIN;

/** How a patient takes to the course. */
const responses = ['good', 'good', 'good', 'good', 'good', 'some', 'some', 'some', 'none', 'none'] as const;

/** Somebody of whom the year tells. */
export interface YearPatient {
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly allergies: string;
  readonly weightKg: number;
  readonly medicines: string | null;
  readonly escort: string;
  readonly baseline: Baseline;
  /** What their body tends to. */
  readonly rises: boolean;
  readonly queasy: boolean;
  readonly anxious: boolean;
  /** Filled in beside the other two: the questionnaire about trauma. */
  readonly trauma: boolean;
  readonly response: (typeof responses)[number];
  /** PHQ-9, GAD-7 and PCL-5 before the first infusion. */
  readonly before: { readonly phq9: number; readonly gad7: number; readonly pcl5: number };
  /** A PHQ-9 that said something about question 9, before the first infusion. */
  readonly safety: boolean;
  /** The set they come back to. */
  readonly set: number;
}

/** Everybody who works there. */
export interface YearStaff {
  readonly all: readonly Member[];
  readonly owner: Member;
  readonly clinicians: readonly [Member, Member];
  readonly nurses: readonly [Member, Member, Member];
  readonly therapist: Member;
}

/** The clinic's staff; the same for the same seed. */
export function yearStaff(seed: number): YearStaff {
  const random = randomFrom(`year ${seed} staff`);
  const member = (role: Role, title: (name: string) => string): Member => ({
    ...{ staffId: random.id(), name: title(fictionalName(random)), role },
  });
  const doctor = (name: string): string => `Dr. ${name}`;
  const nurse = (name: string): string => `${name}, RN`;
  const owner = member('owner', (name) => name);
  const clinicians = [member('clinician', doctor), member('clinician', doctor)] as const;
  const nurses = [member('nurse', nurse), member('nurse', nurse), member('nurse', nurse)] as const;
  const therapist = member('therapist', (name) => name);
  return { all: [owner, ...clinicians, ...nurses, therapist], owner, clinicians, nurses, therapist };
}

const medicines = [
  'sertraline 100 mg, in the morning',
  'venlafaxine 150 mg, in the morning',
  'escitalopram 20 mg, in the morning',
  'mirtazapine 30 mg, at night',
  'bupropion 300 mg, in the morning',
];
const allergies = ['None known', 'None known', 'None known', 'None known', 'Penicillin: rash', 'Latex', 'Pollen'];
const escorts = ['sister', 'husband', 'wife', 'friend', 'mother', 'neighbour', 'brother', 'partner'];

/** One patient of the clinic; the same for the same seed and place. */
export function yearPatient(seed: number, index: number): YearPatient {
  const random = randomFrom(`year ${seed} patient ${index}`);
  const rises = random.chance(0.18);
  const trauma = random.chance(0.3);
  const phq9 = random.whole(14, 23);
  return {
    ...{ patientId: random.id(), name: fictionalName(random), birthDate: birthDate(random) },
    allergies: random.pick(allergies),
    weightKg: random.whole(52, 104),
    medicines: random.chance(0.75) ? random.pick(medicines) : null,
    escort: `${random.pick(escorts)}, 555 01${String(random.whole(10, 99))}`,
    baseline: bodyOf(random, rises),
    ...{ rises, trauma, queasy: random.chance(0.25), anxious: random.chance(0.2) },
    response: random.pick(responses),
    before: { phq9, gad7: Math.max(6, Math.min(20, phq9 - random.whole(2, 7))), pcl5: random.whole(36, 62) },
    safety: phq9 >= 18 && random.chance(0.4),
    set: random.whole(0, 2),
  };
}

function bodyOf(random: Random, rises: boolean): Baseline {
  const body = baselineOf(random);
  const pulse = Math.min(84, Math.max(58, body.pulse));
  const spo2 = Math.max(97, body.spo2);
  // At the upper end, so that a course of theirs stays near the limits.
  if (rises) return { systolic: random.whole(130, 136), diastolic: random.whole(80, 86), pulse, spo2 };
  return { ...body, systolic: Math.max(106, Math.min(128, body.systolic)), pulse, spo2 };
}
