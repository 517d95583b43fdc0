import type { AdverseState } from '../session/adverse-state.ts';
import { standingAdverse } from '../session/adverse-state.ts';
import { isComplaint } from '../session/mark-kinds.ts';
import type { MarkState } from '../session/care-state.ts';
import { concept, instant, own, systems } from './parts.ts';
import { performer, type FhirContext, type Resource } from './resource.ts';

/**
 * What went wrong or hurt: each adverse event as a person judged it, each other complaint that was not taken back, as mild
 * as it was said to be, and an emergency. Whether the medicine caused it is for a person to say; nothing is claimed.
 */
export function adverseEvents(context: FhirContext): Resource[] {
  const { session, events } = context.told;
  const judged = standingAdverse(session);
  const complaints = session.marks.filter(
    ({ markId, kind, takenBack }) =>
      isComplaint(kind) && !takenBack && judged.every((adverse) => adverse.markId !== markId),
  );
  const emergencies = events.flatMap(({ body, seq, occurredAt, author }) =>
    body.type === 'emergencyBegun' ? [{ seq, at: occurredAt, author }] : [],
  );
  return [
    ...judged.map((one) => ({
      ...adverse(context, `adverse/${one.adverseId}`, concept(one.what), one),
      ...judgement(one),
    })),
    ...complaints.map((mark) => ({
      ...adverse(context, `complaint/${mark.markId}`, concept(mark.kind, own(mark.kind)), mark),
      ...severity(mark),
      outcome: outcome(mark.settled),
    })),
    ...emergencies.map((emergency) =>
      adverse(
        context,
        `emergency/${session.sessionId}/${emergency.seq}`,
        concept('emergency', own('emergency')),
        emergency,
      ),
    ),
  ];
}

function adverse(
  context: FhirContext,
  name: string,
  event: ReturnType<typeof concept>,
  { at, author }: Pick<MarkState, 'at' | 'author'>,
): Resource {
  const { subject, encounter, uuidOf } = context;
  return {
    resourceType: 'AdverseEvent',
    id: uuidOf(name),
    identifier: { system: systems.ids, value: name },
    actuality: 'actual',
    event,
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

/** FHIR's own code for an outcome, and its words; the way to a hospital has no code there. */
const outcomes: Readonly<Record<NonNullable<AdverseState['outcome']>, readonly [code: string, words: string]>> = {
  recovered: ['resolved', 'recovered'],
  recovering: ['recovering', 'recovering'],
  notRecovered: ['ongoing', 'not recovered'],
  sequelae: ['resolvedWithSequelae', 'recovered with sequelae'],
  hospital: ['unknown', 'to hospital'],
  fatal: ['fatal', 'died'],
  unknown: ['unknown', 'unknown'],
};

/** FHIR knows three degrees and says "life-threatening" as a text beside the third. */
function judgement({ severity: said, outcome: became, outcomeNote }: AdverseState) {
  const degree = said === 'lifeThreatening' ? 'severe' : said;
  const words = said === 'lifeThreatening' ? 'life-threatening' : said;
  const [code, ended] = became === null ? ['unknown', 'Not said'] : outcomes[became];
  const text = [ended, outcomeNote].filter((part) => part !== null).join(': ');
  return {
    severity: concept(words, { system: systems.adverseSeverity, code: degree }),
    outcome: concept(text, { system: systems.adverseOutcome, code }),
  };
}
