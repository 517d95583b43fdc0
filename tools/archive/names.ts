import type { Random } from './random.ts';

const openings = ['Ba', 'Bel', 'Dor', 'Fe', 'Gal', 'Ha', 'Il', 'Jo', 'Ka', 'Lum', 'Mi', 'Nor', 'O', 'Pel', 'Quo', 'Ri'];
const moreOpenings = ['Sa', 'Tal', 'U', 'Vel', 'Wi', 'Xa', 'Yor', 'Zé', 'Ål', 'Ö', 'Mc', 'Lø'];
const middles = ['ba', 'co', 'dri', 'fe', 'lo', 'mi', 'na', 'pu', 'ra', 'so', 'ti', 'va'];
const endings = ['bin', 'dar', 'fen', 'lis', 'mond', 'nu', 'quin', 'ric', 'sol', 'tasz', 'vey', 'zan'];

/** A name made of syllables: nobody's. */
export function fictionalName(random: Random): string {
  return `${word(random)} ${word(random)}${random.chance(0.1) ? `-${word(random)}` : ''}`;
}

function word(random: Random): string {
  const opening = random.pick([...openings, ...moreOpenings]);
  return `${opening}${random.chance(0.6) ? random.pick(middles) : ''}${random.pick(endings)}`;
}

/** A birth date of a grown person, `YYYY-MM-DD`. */
export function birthDate(random: Random): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${random.whole(1938, 2004)}-${digits(random.whole(1, 12))}-${digits(random.whole(1, 28))}`;
}
