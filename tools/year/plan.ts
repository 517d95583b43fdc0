import { randomFrom, type Random } from '../archive/random.ts';
import { DAY_MS, openFrom, SLOTS_A_DAY } from './calendar.ts';
import { yearPatient, type YearPatient } from './people.ts';

/** How many patients a year has. */
export const PATIENTS = 56;

/** How a visit goes: without anything, or with the one thing that it will be remembered for. */
export const yearStories = [
  ...['calm', 'amber', 'red', 'lowSpo2', 'paused', 'early', 'emergency', 'gate', 'fever', 'tooHigh'],
] as const;
export type YearStory = (typeof yearStories)[number];

/** Stories in which nothing is given. */
const notGiven: readonly YearStory[] = ['fever', 'tooHigh'];

export interface PlannedVisit {
  readonly patient: YearPatient;
  readonly courseId: string;
  /** Which infusion of the course it is to be, from 1. */
  readonly number: number;
  /** Infusions planned; null: maintenance, without a number. */
  readonly planned: number | null;
  readonly story: YearStory;
  /** Epoch ms of the day's midnight, and the slot of the day. */
  readonly day: number;
  readonly slot: number;
  /** The last that the patient comes for: the course is over, or given up. */
  readonly last: 'no' | 'over' | 'givenUp';
}

/** One patient's visits, in order. */
export interface PlannedCourse {
  readonly patient: YearPatient;
  readonly courseId: string;
  readonly planned: number;
  readonly visits: readonly PlannedVisit[];
}

/**
 * Who comes when in the year that ends with `last` (epoch ms of that day's midnight): two infusions a week, then one, then
 * for some one every few weeks. The same for the same seed and day.
 */
export function planYear(seed: number, last: number): readonly PlannedCourse[] {
  const taken = new Set<string>();
  const first = last - 364 * DAY_MS;
  return Array.from({ length: PATIENTS }, (_, index) => {
    const patient = yearPatient(seed, index);
    const random = randomFrom(`year ${seed} plan ${index}`);
    const begins = first + Math.floor((index * 362) / PATIENTS + random.whole(0, 4)) * DAY_MS;
    return courseOf({ patient, random, begins, last, taken });
  });
}

interface CourseParts {
  readonly patient: YearPatient;
  readonly random: Random;
  readonly begins: number;
  readonly last: number;
  /** Places that others have, `day slot`. */
  readonly taken: Set<string>;
}

function courseOf({ patient, random, begins, last, taken }: CourseParts): PlannedCourse {
  const courseId = random.id();
  const planned = random.pick([6, 6, 6, 6, 6, 6, 4, 8]);
  const stopsAfter = random.chance(0.09) ? random.whole(2, 4) : planned;
  const more = stopsAfter === planned && patient.response === 'good' && random.chance(0.6) ? random.whole(2, 6) : 0;
  const length = stopsAfter + more;
  const visits: PlannedVisit[] = [];
  let wanted = begins;
  for (let number = 1; number <= length;) {
    const place = placeFor(wanted, random, taken);
    if (place.day > last) break;
    const story = storyOf(random, { patient, number, isRecent: last - place.day < 12 * DAY_MS });
    const isLast = number === length;
    visits.push({
      ...{ patient, courseId, number, planned: number > planned ? null : planned, story, ...place },
      last: !isLast ? 'no' : stopsAfter < planned ? 'givenUp' : 'over',
    });
    const isGiven = !notGiven.includes(story);
    wanted = place.day + (isGiven ? gapAfter(number, planned, random) : random.whole(2, 4)) * DAY_MS;
    if (isGiven) number += 1;
  }
  return { patient, courseId, planned, visits };
}

/** Days from one infusion to the next. */
function gapAfter(number: number, planned: number, random: Random): number {
  if (number < Math.min(4, planned)) return random.whole(3, 4);
  return number < planned ? 7 : random.whole(26, 38);
}

function placeFor(wanted: number, random: Random, taken: Set<string>): { readonly day: number; readonly slot: number } {
  const liked = random.whole(0, SLOTS_A_DAY - 1);
  for (let day = openFrom(wanted); ; day = openFrom(day + DAY_MS)) {
    for (let turn = 0; turn < SLOTS_A_DAY; turn += 1) {
      const slot = (liked + turn) % SLOTS_A_DAY;
      const key = `${day} ${slot}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return { day, slot };
    }
  }
}

interface StoryParts {
  readonly patient: YearPatient;
  readonly number: number;
  /** Of the last days: more of what somebody has to answer. */
  readonly isRecent: boolean;
}

/** What happens how often, in thousandths; more to those whose blood pressure rises. */
function storyOf(random: Random, { patient: { rises }, number, isRecent }: StoryParts): YearStory {
  const by = (usual: number, high: number): number => (rises ? high : isRecent ? usual + 60 : usual);
  const shares: readonly (readonly [YearStory, number])[] = [
    ...([['amber', by(35, 240)] as const, ['red', by(8, 90)] as const] as const),
    ...([['gate', by(6, 90)] as const, ['tooHigh', rises ? 25 : 2] as const] as const),
    ...([['lowSpo2', 35] as const, ['paused', 60] as const, ['early', 40] as const] as const),
    ...([['emergency', number === 1 ? 14 : 7] as const, ['fever', 16] as const] as const),
  ];
  let drawn = random.next() * 1000;
  for (const [story, share] of shares) {
    if (drawn < share) return story;
    drawn -= share;
  }
  return 'calm';
}
