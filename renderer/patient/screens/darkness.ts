/** The darkest light that can be chosen, 1 full to 0 dark, from the brightest; and its word. */
export const darknesses = [
  { light: 0.6, word: 'bright' },
  { light: 0.3, word: 'soft' },
  { light: 0.12, word: 'dim' },
  { light: 0, word: 'dark' },
] as const;

/** The one that stands nearest to a light, 0 to 1. */
export function darknessOf(light: number): (typeof darknesses)[number] {
  return darknesses.reduce((best, one) => (Math.abs(one.light - light) < Math.abs(best.light - light) ? one : best));
}
