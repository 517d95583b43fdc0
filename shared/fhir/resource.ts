import type { ToldSession } from '../export/told-session.ts';
import type { Author } from '../session/event.ts';
import type { Identifier, Reference } from './parts.ts';
import { to } from './parts.ts';

/** A resource of a bundle, as far as it is the same for all. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly identifier?: readonly Identifier[] | Identifier;
}

/** FHIR R4 Bundle of type collection. */
export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly id: string;
  readonly identifier: Identifier;
  readonly type: 'collection';
  /** When it was made, as an instant. */
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

/** A UUID that is always the same for the same name: exports of one session name everything alike. */
export type UuidOf = (name: string) => string;

/** What every resource of a session is made from. */
export interface FhirContext {
  readonly told: ToldSession;
  readonly uuidOf: UuidOf;
  readonly subject: Reference;
  readonly encounter: Reference;
}

export function contextOf(told: ToldSession, uuidOf: UuidOf): FhirContext {
  const { patient, session } = told;
  const subject =
    patient === null ? { display: 'Not named' } : to(uuidOf(`patient/${patient.patientId}`), patient.name);
  return { told, uuidOf, subject, encounter: to(uuidOf(`session/${session.sessionId}`)) };
}

/** Somebody of the staff, or words that say so where their name is not known here. */
export function staffReference({ told, uuidOf }: FhirContext, staffId: string): Reference {
  const name = told.names.get(staffId);
  return name === undefined ? { display: staffId } : to(uuidOf(`staff/${staffId}`), name);
}

/** Who made an entry: somebody by name, or, where nobody signed for it, words that say so. */
export function performer(context: FhirContext, author: Author): Reference {
  if (author.kind === 'staff') return staffReference(context, author.staffId);
  return { display: author.kind === 'app' ? 'Stillroom' : 'Not signed for' };
}
