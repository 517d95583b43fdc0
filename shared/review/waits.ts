import type { Role } from '../people/people.ts';
import { standingAdverse } from '../session/adverse-state.ts';
import { unsignedOrders } from '../session/call-state.ts';
import { redWithoutAction } from '../session/red-readings.ts';
import { signGaps } from '../session/sign-missing.ts';
import type { Session } from '../session/state.ts';
import { unsignedDecisions } from '../session/telephone-state.ts';

/**
 * Why a session waits for somebody, what cannot be put off first. `safety`: an answer of a questionnaire about which nobody has
 * spoken with the patient; `safetyBetween`: one that was given between the sessions. `notEnded`: it was begun on another day and never ended.
 * `telephone`: an order by telephone without its doctor's
 * signature. `override`: what was decided by telephone before the start, likewise. `cosign`: somebody was asked to cosign.
 * `missing`: something without which nobody can sign. `red`: a red reading and no action beside it. `adverse`: nobody has
 * said what became of an adverse event. `unsigned`: the session itself.
 */
export const waitReasons = [
  'safety',
  'safetyBetween',
  'notEnded',
  'telephone',
  'override',
  'cosign',
  'missing',
  'red',
  'adverse',
  'unsigned',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** What staff of a role can do something about; a therapist reads, and enters nothing of this. */
export function reasonsFor(role: Role): readonly WaitReason[] {
  if (role === 'therapist') return [];
  return role === 'nurse' ? ['safety', 'safetyBetween', 'notEnded', 'missing', 'adverse'] : waitReasons;
}

/** One thing that waits. */
export interface Wait {
  readonly reason: WaitReason;
  /** For this person alone; null: for whoever may do it. */
  readonly staffId: string | null;
  /** Epoch ms. */
  readonly since: number;
  /** How many of the kind. */
  readonly count: number;
}

/**
 * What waits in a session that is over; nothing before, when the room itself shows it, and nothing of a practice, which is
 * nobody's record. A red reading was seen by whoever signed. Answers about which somebody has to speak are no matter of one
 * session, and are not said here (`electron/record/derive/safety-rows.ts`).
 */
export function waitsOf(session: Session): readonly Wait[] {
  const { phase, created, signature } = session;
  const overAt = overAtOf(session);
  if (overAt === null || created.practice || (phase !== 'finished' && phase !== 'notGiven')) return [];
  const gaps = signGaps(session);
  return [
    ...grouped('telephone', ordersOf(session)),
    ...grouped('override', unsignedDecisions(session)),
    ...grouped('cosign', session.cosignAsked),
    ...grouped(
      'missing',
      gaps.map(() => ({ staffId: null, at: overAt })),
    ),
    ...grouped('red', signature === null ? redWithoutAction(session).map(({ at }) => ({ staffId: null, at })) : []),
    ...grouped(
      'adverse',
      standingAdverse(session).flatMap(({ outcome, at }) => (outcome === null ? [{ staffId: null, at }] : [])),
    ),
    ...grouped('unsigned', signature === null ? [{ staffId: null, at: overAt }] : []),
  ];
}

/** When it was over, epoch ms; null before. */
export function overAtOf({ finished, notGiven }: Pick<Session, 'finished' | 'notGiven'>): number | null {
  return finished?.at ?? notGiven?.at ?? null;
}

interface Item {
  readonly staffId: string | null;
  readonly at: number;
}

function ordersOf(session: Session): Item[] {
  return unsignedOrders(session).flatMap(({ answer }) =>
    answer === null ? [] : [{ staffId: answer.who.staffId, at: answer.at }],
  );
}

/** One entry a person, as old as the oldest of theirs. */
function grouped(reason: WaitReason, items: readonly Item[]): Wait[] {
  const byStaff = Map.groupBy(items, ({ staffId }) => staffId);
  return [...byStaff].map(([staffId, own]) => ({
    ...{ reason, staffId, count: own.length },
    since: Math.min(...own.map(({ at }) => at)),
  }));
}
