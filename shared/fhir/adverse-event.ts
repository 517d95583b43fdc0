import { isComplaint } from '../session/mark-kinds.ts';
import type { MarkState } from '../session/care-state.ts';
import { concept, instant, own, systems } from './parts.ts';
import { performer, type FhirContext, type Resource } from './resource.ts';

/**
 * What went wrong or hurt: each complaint that was not taken back, as mild as it was said to be, and an emergency. Whether the
 * medicine caused it is for a person to say; nothing is claimed.
 */
export function adverseEvents(context: FhirContext): Resource[] {
  const { session, events } = context.told;
  const complaints = session.marks.filter(({ kind, takenBack }) => isComplaint(kind) && !takenBack);
  const emergencies = events.flatMap(({ body, seq, occurredAt, author }) =>
    body.type === 'emergencyBegun' ? [{ seq, at: occurredAt, author }] : [],
  );
  return [
    ...complaints.map((mark) => ({
      ...adverse(context, `complaint/${mark.markId}`, mark.kind, mark),
      ...severity(mark),
      outcome: outcome(mark.settled),
    })),
    ...emergencies.map((emergency) =>
      adverse(context, `emergency/${session.sessionId}/${emergency.seq}`, 'emergency', emergency),
    ),
  ];
}

function adverse(
  context: FhirContext,
  name: string,
  kind: string,
  { at, author }: Pick<MarkState, 'at' | 'author'>,
): Resource {
  const { subject, encounter, uuidOf } = context;
  return {
    resourceType: 'AdverseEvent',
    id: uuidOf(name),
    identifier: { system: systems.ids, value: name },
    actuality: 'actual',
    event: concept(kind, own(kind)),
    subject,
    encounter,
    date: instant(at),
    recorder: performer(context, author),
  } as Resource;
}

function severity({ severity: said }: MarkState) {
  if (said === null) return {};
  return { severity: concept(said, { system: systems.adverseSeverity, code: said }) };
}

function outcome(settled: boolean) {
  const code = settled ? 'resolved' : 'unknown';
  return concept(settled ? 'Settled' : 'Not said', { system: systems.adverseOutcome, code });
}
