/** A length of time as it is typed: `5:00`, whole seconds. */
export function timeText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What was typed, ms: minutes, or minutes and seconds under 60; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^\s*(\d{1,3})(?:[:.](\d{1,2}))?\s*$/.exec(text);
  if (match === null) return null;
  const seconds = Number(match[2] ?? 0);
  return seconds > 59 ? null : (Number(match[1]) * 60 + seconds) * 1000;
}
