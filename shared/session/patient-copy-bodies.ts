import * as z from 'zod/mini';
import { event, id } from './body.ts';

/** How a copy left: on paper, or as a file behind a password. */
export const copyForms = ['paper', 'file'] as const;
export type CopyForm = (typeof copyForms)[number];

/** How somebody made sure whom they gave it to. */
export const identityProofs = ['document', 'nameAndBirth', 'known'] as const;
export type IdentityProof = (typeof identityProofs)[number];

/** Events of the patient's copy of their own record. */
export const patientCopyBodies = [
  /** `askedAt`: epoch ms of the day on which they asked, which may lie before today; `whole`: the whole record, beside one page in plain words. */
  event('copyAsked', { copyId: id, askedAt: z.number(), whole: z.boolean() }),
  /** Its author handed it over. */
  event('copyHanded', { copyId: id, form: z.enum(copyForms), identity: z.enum(identityProofs) }),
] as const;
