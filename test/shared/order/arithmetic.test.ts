import { describe, expect, it } from 'vitest';
import { orderFindings, orderProducts, roundingTolerance } from '../../../shared/order/arithmetic.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { order } from '../../helpers/session-builder.ts';

describe('orderProducts()', () => {
  it('multiplies out mg, ml and time', () => {
    const products = orderProducts({ ...order, concentrationMgPerMl: 0.5, rateMlPerHour: 86.4 }, 50 * MINUTE);
    expect(products.mg).toBe(36);
    expect(products.ml).toBe(72);
    expect(products.infusionMs).toBeCloseTo(50 * MINUTE, 3);
    expect(products.mlPerHourPlanned).toBeCloseTo(86.4, 6);
  });
});

describe('orderFindings()', () => {
  it('agrees within the rounding that was entered', () => {
    expect(orderFindings(order, 50 * MINUTE)).toEqual([]);
    expect(orderFindings({ ...order, weightKg: 72.5 }, 50 * MINUTE)).toEqual([]);
    expect(orderFindings({ ...order, weightKg: 72.5, mg: 36.3 }, 50 * MINUTE)).toEqual([]);
  });

  it('finds a milligram too many, and a slip of the point', () => {
    expect(orderFindings({ ...order, mg: 37 }, 50 * MINUTE)[0]).toEqual({
      code: 'orderMg',
      params: { entered: 37, product: 36 },
    });
    const slip = orderFindings({ ...order, mg: 360 }, 50 * MINUTE).map((finding) => finding.code);
    expect(slip).toEqual(['orderMg', 'orderRate']);
    expect(orderFindings({ ...order, weightKg: 72.5, mg: 36.1 }, 50 * MINUTE)).toHaveLength(1);
  });

  it('finds a rate that does not take the planned time', () => {
    expect(orderFindings({ ...order, rateMlPerHour: 54 }, 50 * MINUTE)).toEqual([
      { code: 'orderRate', params: { entered: 54, minutes: 40, planned: 50 } },
    ]);
    expect(orderFindings({ ...order, rateMlPerHour: 54, route: 'im' }, 50 * MINUTE)).toEqual([]);
  });

  it('takes the tolerance from the last digit', () => {
    expect(roundingTolerance(36)).toBeCloseTo(0.5, 6);
    expect(roundingTolerance(36.25)).toBeCloseTo(0.005, 6);
  });
});
