import type { NotTaken, Taken } from './take.ts';
import type { Found } from './walk.ts';

/** What the import asks of its thread; one order at a time. */
export interface Orders {
  list: { readonly args: { readonly chosen: readonly string[] }; readonly answer: Found };
  take: {
    readonly args: { readonly source: string; readonly incoming: string; readonly turn: number };
    readonly answer: Taken | NotTaken;
  };
}
export type OrderName = keyof Orders;
export type Order = { readonly [N in OrderName]: { readonly name: N; readonly args: Orders[N]['args'] } }[OrderName];
