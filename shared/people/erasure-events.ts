import * as z from 'zod/mini';

/** Version of the erasure bodies written today. */
export const ERASURE_BODY_VERSION = 1;

const range = z.object({ from: z.int().check(z.gte(1)), to: z.int().check(z.gte(1)) });

/**
 * Body of the stream `erasure:<id>`: the proof that something was erased, by its author, under which rule.
 * `ranges` are global seqs of the record, both ends included, whose bodies and salts are gone from then on.
 */
export const erasureBodySchema = z.object({
  type: z.literal('erased'),
  ranges: z.array(range).check(z.minLength(1)),
  rule: z.string().check(z.minLength(1), z.maxLength(200)),
  reason: z.string().check(z.minLength(1), z.maxLength(2000)),
});
export type ErasureBody = z.infer<typeof erasureBodySchema>;

/** Why a patient is erased: the clinic's rule of years, or somebody's request that the clinic has granted. */
export const erasureRules = ['years', 'request'] as const;
export type ErasureRule = (typeof erasureRules)[number];

/** Rising numbers as spans, both ends included. */
export function spansOf(seqs: readonly number[]): ErasureBody['ranges'] {
  const spans: { from: number; to: number }[] = [];
  for (const seq of seqs) {
    const last = spans.at(-1);
    if (last?.to === seq - 1) last.to = seq;
    else spans.push({ from: seq, to: seq });
  }
  return spans;
}

/** The stream of one erasure. */
export function erasureStream(erasureId: string): string {
  return `erasure:${erasureId}`;
}

/** Whether an erasure names an event by its global seq. */
export function erases(body: ErasureBody, seq: number): boolean {
  return body.ranges.some((span) => span.from <= seq && seq <= span.to);
}
