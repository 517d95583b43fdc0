/** What a killed writer had said, in the order it said it. */
export interface Said {
  /** Steps that were begun, by their place in the plan. */
  readonly asked: readonly number[];
  /** Steps that were answered, with the seq of the answer. */
  readonly acknowledged: ReadonlyMap<number, number | null>;
  /** The record was open at least once. */
  readonly opened: boolean;
  /** The last thing it was doing. */
  readonly last: string;
}

export function parseSaid(lines: readonly string[]): Said {
  const words = lines.map((line) => line.split(' '));
  const seqOf = (seq: string | undefined): number | null => (seq === undefined || seq === 'null' ? null : Number(seq));
  return {
    asked: words.filter(([word]) => word === 'ask').map(([, index]) => Number(index)),
    acknowledged: new Map(
      words.filter(([word]) => word === 'ack').map(([, index, seq]) => [Number(index), seqOf(seq)] as const),
    ),
    opened: lines.includes('open'),
    last: words.at(-1)?.[0] ?? 'nothing',
  };
}
