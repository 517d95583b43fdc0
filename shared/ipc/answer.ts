import * as z from 'zod/mini';

/**
 * Why something was not done:
 * - `refused`: the rule says no. `invalid`: the shape or a value is wrong (`field` names it).
 * - `unsaved`: it could not be written; the form stays. `unavailable`: a device or peer does not answer.
 * - `broken`: our own fault, logged without patient data.
 */
export const failureKinds = ['refused', 'invalid', 'unsaved', 'unavailable', 'broken'] as const;
export type FailureKind = (typeof failureKinds)[number];

export const failureSchema = z.object({
  ok: z.literal(false),
  kind: z.enum(failureKinds),
  /** Key of the sentence and next step in the window's text catalogue: `failure.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  field: z.optional(z.string()),
});
export type Failure = z.infer<typeof failureSchema>;

/** Every answer to a window: data or a failure, never prose and never an exception. `seq`: the stream's last event. */
export type Answer<T> = { readonly ok: true; readonly seq: number | null; readonly data: T } | Failure;

/** An answer that carries data. */
export function success<T>(data: T, seq: number | null = null): Answer<T> {
  return { ok: true, seq, data };
}

/** An answer that says no. */
export function failure(
  kind: FailureKind,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
  field?: string,
): Failure {
  return field === undefined
    ? { ok: false, kind, code, params: { ...params } }
    : { ok: false, kind, code, params: { ...params }, field };
}
