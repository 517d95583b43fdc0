import * as z from 'zod/mini';
import { fingerprintSchema, hostSchema } from '../lights/lamps.ts';

/** Below the host: `/r4` or nothing, never with a slash at its end, a query or a step upwards. */
const pathSchema = z.string().check(z.maxLength(200), z.regex(/^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)*$/));

/** The clinic's own FHIR server, as the owner entered it; its token is kept apart. Always encrypted. */
export const fhirServerSchema = z.object({
  host: hostSchema,
  path: pathSchema,
  /** How we say who we are: not at all, or by a token that the clinic's IT made (`Authorization: Bearer …`). */
  auth: z.enum(['none', 'bearer']),
  /** Pinned where the server's certificate is its own; null trusts the system's authorities. */
  certificate: z.nullable(fingerprintSchema),
  /** Whether the printed record (PDF) goes along. */
  pages: z.boolean(),
});
export type FhirServer = z.infer<typeof fhirServerSchema>;

/** Off until an owner switches it on. `whenSigned`: the owner's standing setting, that each session goes once it is signed. */
export const sendingSetupSchema = z.object({
  on: z.boolean(),
  whenSigned: z.boolean(),
  server: z.nullable(fhirServerSchema),
});
export type SendingSetup = z.infer<typeof sendingSetupSchema>;

export const noSending: SendingSetup = { on: false, whenSigned: false, server: null };

/** A token as it can stand in a header. */
export const tokenSchema = z.string().check(z.minLength(1), z.maxLength(3_500), z.regex(/^[\x21-\x7e]+$/));

/** Takes the base address of a server apart as it was typed; null where it is none that we would send to. */
export function readBase(typed: string): Pick<FhirServer, 'host' | 'path'> | null {
  const [, host, below] = /^(?:https:\/\/)?([^/?#@\s]+)(\/[^?#\s]*)?$/i.exec(typed.trim()) ?? [];
  const path = (below ?? '').replace(/\/+$/, '');
  if (host === undefined || !hostSchema.safeParse(host).success || !pathSchema.safeParse(path).success) return null;
  return { host, path };
}

/** The address as people read it. */
export function baseOf({ host, path }: Pick<FhirServer, 'host' | 'path'>): string {
  return `https://${host}${path}`;
}
