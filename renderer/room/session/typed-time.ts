const DAY_MS = 24 * 3_600_000;

/**
 * The latest moment up to `nowMs` at which the clock of this PC showed what was typed (`7:30`, `07.30`, `730`): a late
 * hour typed in the morning is yesterday's. Epoch ms; null where it is no time of day.
 */
export function latestTime(typed: string, nowMs: number): number | null {
  const found = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim());
  const hour = Number(found?.[1] ?? NaN);
  const minute = Number(found?.[2] ?? NaN);
  if (!(hour <= 23 && minute <= 59)) return null;
  const on = (dayMs: number): number => {
    const day = new Date(dayMs);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute).getTime();
  };
  const today = on(nowMs);
  return today <= nowMs ? today : on(nowMs - DAY_MS);
}
