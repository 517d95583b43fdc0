import * as z from 'zod/mini';

/** What the app looks at on its own computer before a session. */
export const pcCheckNames = ['disk', 'sleep', 'restart', 'audio', 'lamps', 'clock'] as const;
export type PcCheckName = (typeof pcCheckNames)[number];

/** `look`: somebody should look at it, nothing is held up by it. `unknown`: this computer cannot tell. */
export const pcAnswers = ['ok', 'look', 'unknown'] as const;
export type PcAnswer = (typeof pcAnswers)[number];

/** One check as it was answered; `code` says why, below `pcChecks.<check>`. */
export const pcResultSchema = z.object({
  check: z.enum(pcCheckNames),
  answer: z.enum(pcAnswers),
  code: z.string().check(z.minLength(1), z.maxLength(40)),
});
export type PcResult = z.infer<typeof pcResultSchema>;

/** The same with what belongs into its words: names, numbers, moments (`at`, epoch ms). */
export const pcShownSchema = z.object({
  ...pcResultSchema.shape,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PcShown = z.infer<typeof pcShownSchema>;

/** How many checks need looking at. */
export function lookAt(results: readonly Pick<PcResult, 'answer'>[]): number {
  return results.filter(({ answer }) => answer === 'look').length;
}
