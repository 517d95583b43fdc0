import * as z from 'zod/mini';

/** Why a file was not imported; the last two: why a folder was not looked through, or not to its end. */
export const refusals = [
  'empty',
  'unreadable',
  'gone',
  'unknown',
  'mislabelled',
  'protected',
  'alac',
  'aiff',
  'wma',
  'otherFormat',
  'broken',
  'truncated',
  'silent',
  'tooLong',
  'diskFull',
  'notWritten',
  'folder',
  'tooMany',
] as const;
export type Refusal = (typeof refusals)[number];

/** What became of one file. `kind`: what it is, where a mislabelled file turned out to be something else. */
export const importLineSchema = z.object({
  name: z.string().check(z.maxLength(255)),
  outcome: z.enum(['imported', 'alreadyThere', 'broughtBack', 'refused']),
  reason: z.nullable(z.enum(refusals)),
  kind: z.string(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

/** The line of a refused file. */
export function refusedLine(name: string, reason: Refusal, kind = ''): ImportLine {
  return { name, outcome: 'refused', reason, kind };
}
