import type { NotTaken, Taken } from './take.ts';

/** What the import asks of its thread; one order at a time. */
export interface Orders {
  list: { readonly args: { readonly chosen: readonly string[] }; readonly answer: readonly string[] };
  take: {
    readonly args: { readonly source: string; readonly incoming: string };
    readonly answer: Taken | NotTaken;
  };
  /** Writes one piece of a copy to a file of its own; false where it could not be written. */
  piece: {
    readonly args: {
      readonly copy: string;
      readonly to: string;
      readonly piece: Taken['pieces']['pieces'][number];
    };
    readonly answer: boolean;
  };
}
export type OrderName = keyof Orders;
export type Order = { readonly [N in OrderName]: { readonly name: N; readonly args: Orders[N]['args'] } }[OrderName];
