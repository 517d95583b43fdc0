/** A level, 0 to 1, as the number a lamp takes, 0 to `max`: 0 only for off, and bent by the lamp's exponent. */
export function numberOf(level: number, gamma: number, max: number): number {
  return level <= 0 ? 0 : Math.max(1, Math.round(Math.min(1, level) ** gamma * max));
}

/** The level at which a lamp stands that says a number, 0 to `max`. */
export function levelOf(number: number, gamma: number, max: number): number {
  return Math.min(1, Math.max(0, number / max)) ** (1 / gamma);
}
