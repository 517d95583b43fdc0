import type { Author } from '../session/event.ts';
import { named } from './parts.ts';
import type { FhirContext, Resource } from './resource.ts';

/** The patient; none for a practice without a name. Nothing is known of their gender here, and nothing is made up. */
export function patientOf({ told: { patient }, uuidOf }: FhirContext): Resource[] {
  if (patient === null) return [];
  const { patientId, name, birthDate } = patient;
  return [
    {
      resourceType: 'Patient',
      id: uuidOf(`patient/${patientId}`),
      identifier: named(patientId),
      ...{ name: [{ text: name }], gender: 'unknown', birthDate },
    } as Resource,
  ];
}

/** Everybody known to the clinic whose id stands in the session: by an entry, a check, a signature, or as a witness. */
export function practitioners({ told: { session, events, names, between }, uuidOf }: FhirContext): Resource[] {
  const ids = new Set([...events, ...between].flatMap(({ author }) => idOf(author)));
  const { order, dose, override, calls, signature, cosignatures, addenda } = session;
  const others = [order?.checkerId, dose?.witnessId, override?.signedBy];
  others.push(signature?.staffId, ...[...cosignatures, ...addenda].map(({ staffId }) => staffId));
  for (const { answer } of calls) others.push(answer?.who.staffId, answer?.order?.signedBy);
  for (const id of others) if (id != null) ids.add(id);
  return [...ids].flatMap((staffId) => {
    const name = names.get(staffId);
    if (name === undefined) return [];
    const id = uuidOf(`staff/${staffId}`);
    return [{ resourceType: 'Practitioner', id, identifier: named(staffId), name: [{ text: name }] } as Resource];
  });
}

function idOf(author: Author): readonly string[] {
  return author.kind === 'staff' ? [author.staffId] : [];
}
