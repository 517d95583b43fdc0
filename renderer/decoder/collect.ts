/** So much sound leaves what weighs a few tens of megabytes, s. */
const EVERY_S = 60;
/** An array of this length, bytes, has the browser look for what is not used any more. Nothing is written to it, so that it takes no memory itself. */
const WEIGHT = 64 << 20;

let soundS = 0;

/**
 * To be told of every stretch of sound, s. Each packet that is decoded leaves native objects behind that weigh more than
 * the browser counts: left to itself it lets hundreds of megabytes of them pile up.
 */
export function collectAfter(seconds: number): void {
  soundS += seconds;
  if (soundS < EVERY_S) return;
  soundS = 0;
  void new ArrayBuffer(WEIGHT);
}
