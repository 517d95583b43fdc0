function minutesAndSeconds(totalSeconds: number): string {
  const minutes = String(Math.floor(totalSeconds / 60)).padStart(2, '0');
  return `${minutes}:${String(totalSeconds % 60).padStart(2, '0')}`;
}

/** A countdown, `mm:ss`, rounded up; negative ms is overtime and counts up: `+02:13`. Minutes may pass 59. */
export function formatCountdown(ms: number): string {
  return ms >= 0 ? minutesAndSeconds(Math.ceil(ms / 1000)) : `+${minutesAndSeconds(Math.floor(-ms / 1000))}`;
}

/** Time that has passed, `mm:ss`, rounded down. */
export function formatElapsed(ms: number): string {
  return minutesAndSeconds(Math.floor(Math.max(0, ms) / 1000));
}
