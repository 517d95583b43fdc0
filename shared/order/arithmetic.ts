import type { Order } from '../session/preparation-bodies.ts';

/** The products of an order's own figures. Nothing here proposes: it multiplies and compares. */
export interface OrderProducts {
  /** mg/kg times the weight measured today. */
  readonly mg: number;
  /** mg over the concentration. */
  readonly ml: number;
  /** What the entered rate takes for that volume, ms. */
  readonly infusionMs: number;
  /** The rate that takes the planned time, ml/h. */
  readonly mlPerHourPlanned: number;
}

export interface OrderFinding {
  readonly code: 'orderMg' | 'orderRate';
  readonly params: Readonly<Record<string, number>>;
}

const HOUR_MS = 3_600_000;
/** A pump's rate and a rounded volume may differ by this share before it is worth a word. */
const RATE_SHARE = 0.02;

/** Half of the last digit that was entered: 36 stands for 35.5 to 36.5, 36.2 for 36.15 to 36.25. */
export function roundingTolerance(entered: number): number {
  const decimals = String(entered).split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}

/** Two decimals, for showing a product. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Multiplies an order out for a planned infusion, ms. */
export function orderProducts(order: Order, plannedMs: number): OrderProducts {
  const ml = order.mg / order.concentrationMgPerMl;
  return {
    mg: order.mgPerKg * order.weightKg,
    ml,
    infusionMs: (ml / order.rateMlPerHour) * HOUR_MS,
    mlPerHourPlanned: ml / (plannedMs / HOUR_MS),
  };
}

/** Where an order's figures disagree with each other; an empty list where they agree within their rounding. */
export function orderFindings(order: Order, plannedMs: number): OrderFinding[] {
  const products = orderProducts(order, plannedMs);
  const findings: OrderFinding[] = [];
  if (Math.abs(order.mg - products.mg) > roundingTolerance(order.mg)) {
    findings.push({ code: 'orderMg', params: { entered: order.mg, product: rounded(products.mg) } });
  }
  const rateTolerance = roundingTolerance(order.rateMlPerHour) + products.mlPerHourPlanned * RATE_SHARE;
  if (order.route === 'iv' && Math.abs(order.rateMlPerHour - products.mlPerHourPlanned) > rateTolerance) {
    findings.push({
      code: 'orderRate',
      params: {
        entered: order.rateMlPerHour,
        minutes: rounded(products.infusionMs / 60_000),
        planned: rounded(plannedMs / 60_000),
      },
    });
  }
  return findings;
}
