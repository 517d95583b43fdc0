/**
 * About how much has run in, mg: the order's milligrams by the share of the planned time that the pump has run. An
 * estimate for the telephone, shown as "about"; never more than the order.
 */
export function mgSoFar(orderMg: number, elapsedMs: number, plannedMs: number): number {
  if (plannedMs <= 0) return 0;
  return Math.round(orderMg * Math.min(1, Math.max(0, elapsedMs / plannedMs)) * 10) / 10;
}
