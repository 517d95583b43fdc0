import { claims } from '../export/claims.ts';
import type { SessionEvent } from '../session/event.ts';
import type { SignMeaning } from '../session/sign-bodies.ts';
import type { Cosignature } from '../session/sign-state.ts';
import { concept, instant, systems, to, type Reference } from './parts.ts';
import { staffReference, type FhirContext, type Resource } from './resource.ts';

type Part = 'enterer' | 'verifier' | 'legal' | 'assembler';
const display: Readonly<Record<Part, string>> = {
  enterer: 'Enterer',
  verifier: 'Verifier',
  legal: 'Legal Authenticator',
  assembler: 'Assembler',
};

interface Act {
  readonly name: string;
  readonly at: number;
  readonly part: Part;
  readonly staffIds: readonly string[];
  readonly what: string;
}

/** Who stands behind the session: those who made its entries, those who signed for some later, and those who signed it whole. */
export function provenances(context: FhirContext): Resource[] {
  const { session, events } = context.told;
  const { sessionId } = session;
  const last = events.at(-1);
  if (last === undefined) return [];
  const acts: readonly Act[] = [
    {
      name: `entered/${sessionId}`,
      at: last.recordedAt.wallMs,
      part: 'enterer',
      staffIds: authors(events),
      what: 'Entries made',
    },
    ...laterSigned(events).map(({ at, seq, staffId, what }) => ({
      ...{ name: `signed/${sessionId}/${seq}`, at, part: 'verifier' as const, staffIds: [staffId], what },
    })),
    ...signaturesOf(context).map(({ seq, staffId, at, meaning }) => ({
      ...{
        name: `signature/${sessionId}/${seq}`,
        at,
        part: 'legal' as const,
        staffIds: [staffId],
        what: meanings[meaning],
      },
    })),
  ];
  return acts.filter(({ staffIds }) => staffIds.length > 0).map((act) => provenance(context, act));
}

/** What a signature says, in words. */
const meanings: Readonly<Record<SignMeaning, string>> = {
  responsible: 'Signed: responsible for it',
  author: 'Signed: wrote it',
  reviewed: 'Signed: reviewed it',
};

/** The signature that closed the session, and those under it; none under a draft. */
function signaturesOf({ told: { session } }: FhirContext): readonly Cosignature[] {
  return session.signature === null ? [] : [session.signature, ...session.cosignatures];
}

function authors(events: readonly SessionEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ author }) => (author.kind === 'staff' ? [author.staffId] : [])))];
}

/** Entries of the locked screen that somebody signed for, and orders by telephone that their doctor signed. */
function laterSigned(events: readonly SessionEvent[]) {
  const claimed = claims(events).size > 0 ? events.filter(({ body }) => body.type === 'claimed') : [];
  const orders = events.filter(({ body }) => body.type === 'telephoneOrderSigned' || body.type === 'callOrderSigned');
  return [...claimed, ...orders].flatMap(({ seq, body, author, recordedAt }) => {
    const at = recordedAt.wallMs;
    if (body.type === 'telephoneOrderSigned' || body.type === 'callOrderSigned')
      return [{ seq, at, staffId: body.staffId, what: 'Order by telephone signed' }];
    return author.kind === 'staff' ? [{ seq, at, staffId: author.staffId, what: 'Entries signed for' }] : [];
  });
}

function provenance(context: FhirContext, { name, at, part, staffIds, what }: Act): Resource {
  const { uuidOf, told } = context;
  const target: readonly Reference[] = [to(uuidOf(`session/${told.session.sessionId}`))];
  const type = concept(display[part], { system: systems.provenanceAgent, code: part, display: display[part] });
  return {
    resourceType: 'Provenance',
    id: uuidOf(name),
    target,
    recorded: instant(at),
    activity: concept(what),
    agent: staffIds.map((staffId) => ({ type, who: staffReference(context, staffId) })),
  } as Resource;
}
