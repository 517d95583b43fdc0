import { birthDate, fictionalName } from './names.ts';
import { randomFrom, type Random } from './random.ts';
import { allergy } from './words.ts';

/** Rooms that run side by side, and sessions of a room in a day. */
export const ROOMS = 5;
export const SLOTS = 4;

/** How a session goes. */
export const stories = ['whole', 'early', 'emergency', 'paused', 'notGiven'] as const;
export type Story = (typeof stories)[number];

export interface PlannedPatient {
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly allergies: string;
  readonly weightKg: number;
}

/** One session of the archive before it has happened. */
export interface PlannedSession {
  /** Place in the archive, from 0; the seed of its own chance. */
  readonly index: number;
  readonly room: number;
  readonly slot: number;
  readonly patient: PlannedPatient;
  readonly courseId: string;
  readonly plannedInfusions: number | null;
  readonly infusionNumber: number;
  readonly newPatient: boolean;
  readonly newCourse: boolean;
  readonly story: Story;
}

/** The sessions of one day, in the order of their slots; `day` counts working days from 0. */
export interface PlannedDay {
  readonly day: number;
  readonly sessions: readonly PlannedSession[];
}

interface Course {
  readonly courseId: string;
  readonly patient: PlannedPatient;
  readonly plannedInfusions: number | null;
  /** Infusions after which it ends, planned or not. */
  readonly length: number;
  given: number;
  nextDay: number;
  seen: boolean;
}

/** Who comes when: patients in courses of about six, some of whom return for another course. The same for the same seed. */
export function planDays(seed: number, sessions: number): readonly PlannedDay[] {
  const random = randomFrom(`plan ${seed}`);
  const former: PlannedPatient[] = [];
  let courses: Course[] = [];
  const days: PlannedDay[] = [];
  for (let index = 0, day = 0; index < sessions; day += 1) {
    const today: PlannedSession[] = [];
    for (let place = 0; place < ROOMS * SLOTS && index < sessions; place += 1, index += 1) {
      const waiting = courses.find((course) => course.nextDay <= day);
      const returning = waiting === undefined && former.length > 40 && random.chance(0.25);
      const course = waiting ?? newCourse(random, returning ? random.pick(former) : newPatient(random), day);
      if (waiting === undefined) courses.push(course);
      const story = storyOf(random);
      today.push({
        index,
        room: place % ROOMS,
        slot: Math.floor(place / ROOMS),
        patient: course.patient,
        courseId: course.courseId,
        plannedInfusions: course.plannedInfusions,
        infusionNumber: course.given + 1,
        newPatient: waiting === undefined && !returning,
        newCourse: !course.seen,
        story,
      });
      course.seen = true;
      if (story !== 'notGiven') course.given += 1;
      course.nextDay = day + random.whole(2, 6);
      if (course.given < course.length) continue;
      courses = courses.filter((other) => other !== course);
      former.push(course.patient);
    }
    days.push({ day, sessions: today });
  }
  return days;
}

function newPatient(random: Random): PlannedPatient {
  return {
    patientId: random.id(),
    name: fictionalName(random),
    birthDate: birthDate(random),
    allergies: allergy(random),
    weightKg: random.whole(48, 118),
  };
}

function newCourse(random: Random, patient: PlannedPatient, day: number): Course {
  const length = random.whole(4, 8);
  const plannedInfusions = random.chance(0.15) ? null : length;
  return { courseId: random.id(), patient, plannedInfusions, length, given: 0, nextDay: day, seen: false };
}

function storyOf(random: Random): Story {
  const drawn = random.next();
  if (drawn < 0.03) return 'notGiven';
  if (drawn < 0.09) return 'early';
  if (drawn < 0.11) return 'emergency';
  return drawn < 0.25 ? 'paused' : 'whole';
}
