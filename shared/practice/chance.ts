/** One step of an integer hash (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let word = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}

/** A number from 0 to just under 1 that only the seed and the keys decide: the same ones give the same number, always. */
export function chance(seed: number, ...keys: readonly number[]): number {
  return keys.reduce((word, key) => mixed(word ^ mixed(Math.floor(key) + 0x9e3779b9)), mixed(seed)) / 2 ** 32;
}

/** A number from `min` to `max` by seed and keys. */
export function between(min: number, max: number, seed: number, ...keys: readonly number[]): number {
  return min + (max - min) * chance(seed, ...keys);
}
