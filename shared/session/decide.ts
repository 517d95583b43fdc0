import type { Failure } from '../ipc/answer.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { can, lockedScreenCommands } from './can.ts';
import type { SessionCommand, SessionCommandType } from './command.ts';
import { withRaisedBands } from './attention.ts';
import { adverseRules } from './decide-adverse.ts';
import { attentionRules } from './decide-attention.ts';
import { awayRules } from './decide-away.ts';
import { callRules } from './decide-calls.ts';
import { entryRules } from './decide-entries.ts';
import { gateRules } from './decide-gate.ts';
import { intakeRules } from './decide-intake.ts';
import { lifeRules } from './decide-life.ts';
import { lightRules } from './decide-lights.ts';
import { medicineRules } from './decide-medicines.ts';
import { patientCopyRules } from './decide-patient-copies.ts';
import { pumpRules } from './decide-pump.ts';
import { preparationRules } from './decide-preparation.ts';
import { readingRules } from './decide-readings.ts';
import { roomRules } from './decide-room.ts';
import { sheetRules } from './decide-sheets.ts';
import { signingRules } from './decide-signing.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { Author, NewSessionEvent } from './event.ts';
import { lifeMs } from './life.ts';
import { refused, type Rule, type Rules } from './rule.ts';
import type { Session } from './state.ts';

export interface DecideContext {
  /** The very reading under which the events will be recorded. */
  readonly now: ClockReading;
  readonly author: Author;
  /** The last event that the sender of the command had seen. */
  readonly seenSeq: number;
}

export type Decision = { readonly ok: true; readonly events: readonly NewSessionEvent[] } | Failure;

const rules: Rules<SessionCommandType> = {
  ...preparationRules,
  ...intakeRules,
  ...sheetRules,
  ...lifeRules,
  ...readingRules,
  ...attentionRules,
  ...gateRules,
  ...entryRules,
  ...awayRules,
  ...callRules,
  ...medicineRules,
  ...pumpRules,
  ...patientCopyRules,
  ...adverseRules,
  ...roomRules,
  ...lightRules,
  ...signingRules,
};

/** Acts that a stale screen could turn around. */
const staleGuarded: ReadonlySet<SessionCommandType> = new Set<SessionCommandType>([
  'start',
  'takeBackStart',
  'doNotGive',
  'pausePump',
  'resumePump',
  'changeLength',
  'stopPump',
  'finish',
  'amendTime',
]);

function isStale(session: Session, type: SessionCommandType, seenSeq: number): boolean {
  // Nobody signs for an entry that they have not seen.
  if (type === 'signSession') return seenSeq < session.seq;
  if (type === 'endEmergency') return session.emergency !== null && seenSeq < session.emergency.seq;
  return staleGuarded.has(type) && seenSeq < session.decisiveSeq;
}

/**
 * What a command does to a session: the events to record, or why not. Pure. PINs, repeats (by command id) and who the
 * author is are settled before. All events of one decision belong together and are recorded at `context.now`.
 */
export function decide(
  session: Session | null,
  protocol: Protocol,
  command: SessionCommand,
  context: DecideContext,
): Decision {
  if (session === null) return refused('session.unknown');
  if (context.author.kind === 'unsigned' && !lockedScreenCommands.has(command.type))
    return refused('session.signInFirst');
  if (isStale(session, command.type, context.seenSeq)) return refused('session.stale', { command: command.type });
  if (!can(session)[command.type]) return refused('session.notNow', { command: command.type, phase: session.phase });
  // The table is keyed by the command's own type, which the compiler cannot follow through an index.
  const rule = rules[command.type] as Rule<SessionCommand>;
  const { now, author } = context;
  const ruling = rule(session, command, { protocol, now, author, lifeMs: lifeMs(session, now) });
  return 'ok' in ruling ? ruling : { ok: true, events: withRaisedBands(session, protocol, ruling, now) };
}

/** The first event of a session. */
export function createSession(
  body: Omit<SessionBodyOf<'created'>, 'type'>,
  author: Author,
  now: ClockReading,
): NewSessionEvent {
  return { occurredAt: now.wallMs, sessionMs: null, author, body: { type: 'created', ...body } };
}
