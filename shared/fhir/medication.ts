import type { GivenMedicine } from '../session/medicine-state.ts';
import { concept, instant, named, own, quantity, type Quantity } from './parts.ts';
import { performer, type FhirContext, type Resource } from './resource.ts';

/** What was infused, what was given beside it, what was offered and declined; what was taken back, as entered in error. */
export function administrations(context: FhirContext): Resource[] {
  return [...infused(context), ...given(context), ...declined(context)];
}

/** What the pump gave is known once somebody has looked at it; what was ordered is no substitute for it. */
function infused(context: FhirContext): Resource[] {
  const { subject, encounter, uuidOf, told } = context;
  const { session } = told;
  const { order, dose, stopped, started } = session;
  if (order === null || started === null) return [];
  const { drug, mgPerKg, mg, route, rateMlPerHour } = order.order;
  const name = `dose/${session.sessionId}`;
  const early = stopped?.early === true;
  return [
    {
      resourceType: 'MedicationAdministration',
      ...{ id: uuidOf(name), identifier: named(name), subject, context: encounter },
      status: stopped === null ? 'in-progress' : early ? 'stopped' : 'completed',
      ...(early ? { statusReason: [concept(stopped.note ?? stopped.reason, own(stopped.reason))] } : {}),
      medicationCodeableConcept: concept(drug),
      effectivePeriod: {
        start: instant(started.at),
        ...(stopped === null ? {} : { end: instant(Math.max(started.at, stopped.at)) }),
      },
      performer: [{ actor: performer(context, order.enteredBy) }],
      dosage: {
        text: `${mgPerKg} mg/kg, ${mg} mg ordered`,
        route: concept(route, own(route)),
        ...(dose === null ? {} : { dose: quantity(dose.mgGiven, 'mg') }),
        rateQuantity: quantity(rateMlPerHour, 'mL/h'),
      },
    } as Resource,
  ];
}

function given(context: FhirContext): Resource[] {
  const { medications, withdrawnMedicines } = context.told.session;
  const back = withdrawnMedicines.flatMap(({ medicine, reason }) =>
    medicine.type === 'medicationGiven' ? [administration(context, medicine, reason ?? 'Taken back at once')] : [],
  );
  return [...medications.map((medicine) => administration(context, medicine, null)), ...back];
}

/** @param struck why it counts for nothing; null: it counts */
function administration(context: FhirContext, medicine: GivenMedicine, struck: string | null): Resource {
  const { subject, encounter, uuidOf } = context;
  const { medicationId, drug, dose, route, at, author } = medicine;
  const told = dosage(dose, route);
  const note = [...(told.note ?? []), ...(struck === null ? [] : [{ text: struck }])];
  return {
    resourceType: 'MedicationAdministration',
    ...{ id: uuidOf(`medication/${medicationId}`), identifier: named(medicationId), subject, context: encounter },
    status: struck === null ? 'completed' : 'entered-in-error',
    medicationCodeableConcept: concept(drug),
    effectiveDateTime: instant(at),
    performer: [{ actor: performer(context, author) }],
    ...told,
    ...(note.length === 0 ? {} : { note }),
  } as Resource;
}

function declined({ told: { session }, subject, encounter, uuidOf }: FhirContext): Resource[] {
  return session.declined.map(({ medicationId, drug, dose, route, at }) => ({
    resourceType: 'MedicationAdministration',
    ...{ id: uuidOf(`declined/${medicationId}`), identifier: named(`declined/${medicationId}`) },
    ...{ subject, context: encounter, status: 'not-done' },
    statusReason: [concept('Offered, and the patient declined', own('declined'))],
    medicationCodeableConcept: concept(drug),
    effectiveDateTime: instant(at),
    note: [{ text: `${dose}, ${route}` }],
  }));
}

/** A dosage of FHIR has a quantity; where the clinic's words are none, they stand as a note. */
function dosage(
  dose: string,
  route: string,
): { readonly note?: readonly { readonly text: string }[]; readonly dosage?: object } {
  const amount = amountIn(dose);
  if (amount === null) return { note: [{ text: `${dose}, ${route}` }] };
  return { dosage: { text: `${dose}, ${route}`, route: concept(route), dose: amount } };
}

const units: Readonly<Record<string, string>> = { mg: 'mg', g: 'g', mcg: 'ug', µg: 'ug', μg: 'ug', ml: 'mL', mL: 'mL' };

/** `4 mg` as a quantity of UCUM; null for anything but one number and one known unit. */
export function amountIn(dose: string): Quantity | null {
  const [, value, unit] = /^(\d{1,5}(?:\.\d{1,4})?) ?(\p{L}{1,3})$/u.exec(dose.trim()) ?? [];
  const code = unit === undefined ? undefined : units[unit];
  return value === undefined || code === undefined ? null : quantity(Number(value), code);
}
