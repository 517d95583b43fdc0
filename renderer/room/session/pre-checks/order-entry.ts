import type { Order } from '../../../../shared/session/preparation-bodies.ts';
import { orderSchema } from '../../../../shared/session/preparation-bodies.ts';

export const orderNumbers = ['mgPerKg', 'weightKg', 'mg', 'concentrationMgPerMl', 'rateMlPerHour'] as const;
export type OrderNumber = (typeof orderNumbers)[number];

/** An order on its way, as typed. */
export interface OrderEntry {
  readonly drug: string;
  readonly numbers: Readonly<Record<OrderNumber, string>>;
  readonly route: Order['route'];
  readonly prescriber: string;
}

/** A typed decimal with a point or a comma; null for anything else. */
export function decimal(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,5}([.,]\d{1,4})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}

const textOf = (value: number | null) => (value === null ? '' : String(value));

/** What the form begins with: the order as it stands, or nothing but today's weight. Doses are never proposed. */
export function orderEntryOf(order: Order | null, weightText: string | null): OrderEntry {
  const number = (name: OrderNumber) => textOf(order?.[name] ?? null);
  return {
    drug: order?.drug ?? 'Ketamine',
    numbers: {
      mgPerKg: number('mgPerKg'),
      weightKg: order === null ? textOf(leadingNumber(weightText)) : number('weightKg'),
      mg: number('mg'),
      concentrationMgPerMl: number('concentrationMgPerMl'),
      rateMlPerHour: number('rateMlPerHour'),
    },
    route: order?.route ?? 'iv',
    prescriber: order?.prescriber ?? '',
  };
}

/** `72 kg` is 72: the weight that was written into the checklist. */
function leadingNumber(text: string | null): number | null {
  const found = /^\s*(\d{1,3}(?:[.,]\d)?)/.exec(text ?? '')?.[1];
  return found === undefined ? null : decimal(found);
}

/** The order, or the names of the fields that cannot stand as typed. */
export function readOrder(entry: OrderEntry): { readonly order: Order } | { readonly wrong: readonly string[] } {
  const values = Object.fromEntries(orderNumbers.map((name) => [name, decimal(entry.numbers[name])]));
  const parsed = orderSchema.safeParse({
    ...values,
    drug: entry.drug.trim(),
    route: entry.route,
    prescriber: entry.prescriber.trim(),
  });
  if (parsed.success) return { order: parsed.data };
  return { wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] };
}
