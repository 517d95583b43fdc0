/** The last moment (epoch ms) at which the clock of this PC showed `HH:MM`, not after now; null for no such time. */
export function momentOf(time: string, nowMs: number): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (found === null) return null;
  const moment = new Date(nowMs);
  moment.setHours(Number(found[1]), Number(found[2]), 0, 0);
  if (moment.getTime() > nowMs) moment.setDate(moment.getDate() - 1);
  return moment.getTime();
}
