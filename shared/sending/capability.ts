import * as z from 'zod/mini';
import { orElse } from './or-else.ts';

/** What a server's own description says, as far as it matters here. */
export const serverFoundSchema = z.object({
  /** FHIR version in its own words, `4.0.1`. */
  version: z.string().check(z.maxLength(20)),
  r4: z.boolean(),
  /** What it calls itself; empty where it says nothing. */
  name: z.string().check(z.maxLength(80)),
  /** Whether it takes a bundle under the name that we give it. */
  bundles: z.enum(['yes', 'no', 'notSaid']),
});
export type ServerFound = z.infer<typeof serverFoundSchema>;

const text = orElse(z.optional(z.string()), undefined);
const resourceSchema = z.object({
  type: text,
  interaction: orElse(z.array(orElse(z.object({ code: text }), {})), []),
  updateCreate: orElse(z.optional(z.boolean()), undefined),
});
const statementSchema = z.object({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: z.string().check(z.regex(/^[0-9][0-9A-Za-z.-]{0,19}$/)),
  software: orElse(z.optional(z.object({ name: text })), undefined),
  rest: orElse(z.array(z.object({ resource: orElse(z.array(orElse(resourceSchema, { interaction: [] })), []) })), []),
});

/** Reads the answer to `GET [base]/metadata`; null where that is no description of a FHIR server. */
export function readCapability(body: unknown): ServerFound | null {
  const read = statementSchema.safeParse(body);
  if (!read.success) return null;
  const { fhirVersion, software, rest } = read.data;
  const name = (software?.name ?? '')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .toWellFormed();
  // R4 is 4.0.x; R4B (4.3) changed other resources and calls itself another version.
  return { version: fhirVersion, r4: /^4\.0(?:\.|$)/.test(fhirVersion), name, bundles: bundlesIn(rest) };
}

function bundlesIn(rest: z.infer<typeof statementSchema>['rest']): ServerFound['bundles'] {
  const resources = rest.flatMap(({ resource }) => resource);
  if (resources.length === 0) return 'notSaid';
  const bundle = resources.find(({ type }) => type === 'Bundle');
  if (bundle === undefined || bundle.updateCreate === false) return 'no';
  if (bundle.interaction.length > 0 && !bundle.interaction.some(({ code }) => code === 'update')) return 'no';
  return bundle.updateCreate === true ? 'yes' : 'notSaid';
}
