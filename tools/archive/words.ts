import type { Random } from './random.ts';

const states = [
  'Resting',
  'Lying still',
  'Breathing quietly',
  'Eyes open for a moment',
  'Tearful, then calm',
  'Smiling',
];
const seen = ['mask on', 'headphones on', 'hand on the blanket', 'legs moving a little', 'speaks of colours'];
const wishes = [
  'no wishes',
  'asked for water',
  'asked for a second blanket',
  'wanted the music softer',
  'asked the time',
];
const rare = [
  'Bandage renewed',
  'Telephone rang next door',
  'Infusion line repositioned',
  'Window opened',
  'Interpreter joined',
];
const feelings = ['floating', 'far away', 'under warm water', 'light', 'like remembering a long road', 'very slow'];
const intentions = ['to let go', 'to sleep better afterwards', 'to look at the old house', 'nothing in particular'];

/** A note of the hour, as a nurse would type it. */
export function noteText(random: Random): string {
  if (random.chance(0.08)) return `${random.pick(rare)}, nothing else to note.`;
  return `${random.pick(states)}, ${random.pick(seen)}, ${random.pick(wishes)}.`;
}

/** What a patient said of the hour, afterwards. */
export function ownWords(random: Random): string {
  return `It was ${random.pick(feelings)}, then ${random.pick(feelings)}. I would come again.`;
}

export const intention = (random: Random): string => random.pick(intentions);
export const reason = (random: Random): string =>
  random.pick(['Typed wrong', 'Read off the wrong line', 'Cuff had slipped', 'Taken over from paper']);
export const allergy = (random: Random): string =>
  random.pick(['None known', 'None known', 'Penicillin', 'Latex', 'Adhesive tape', 'Not yet asked']);
