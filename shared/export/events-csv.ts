import { replacements } from '../review/replaced.ts';
import type { SessionEvent } from '../session/event.ts';
import { csvLine, type Cell } from './csv.ts';
import { claims } from './claims.ts';
import { momentIn } from './moment.ts';
import { authorName, type ToldSession } from './told-session.ts';

const names = [
  'practice',
  'sessionId',
  'patient',
  'birthDate',
  'infusion',
  'seq',
  'type',
  'state',
  'occurredAt',
  'recordedAt',
  'sessionMs',
  'author',
  'staffId',
  'staff',
  'signedForBy',
  'pc',
  'details',
] as const;

/** Names of the columns, in their order. */
export const eventsHead = csvLine([...names]);

/** Every entry of a session in its order, one a line; what an entry says beside its kind stands as JSON in `details`. */
export function eventsLines(told: ToldSession): string {
  const { events, session, patient } = told;
  const replaced = replacements(events);
  const signedFor = claims(events);
  const { practice, infusionNumber, timeZone } = session.created;
  const lineOf = (event: SessionEvent): string => {
    const { seq, author, body } = event;
    const { type, ...details } = body;
    const of: Readonly<Record<(typeof names)[number], Cell>> = {
      practice: practice ? 'yes' : 'no',
      sessionId: session.sessionId,
      patient: patient?.name ?? null,
      birthDate: patient?.birthDate ?? null,
      infusion: infusionNumber,
      seq,
      type,
      state: replaced.get(seq)?.kind ?? 'stands',
      occurredAt: momentIn(event.occurredAt, timeZone),
      recordedAt: momentIn(event.recordedAt.wallMs, timeZone),
      sessionMs: event.sessionMs,
      author: author.kind,
      staffId: author.kind === 'staff' ? author.staffId : null,
      staff: authorName(told, author),
      signedForBy: signedFor.get(seq) ?? null,
      pc: event.pc,
      details: JSON.stringify(details),
    };
    return csvLine(names.map((name) => of[name]));
  };
  return events.map(lineOf).join('');
}
