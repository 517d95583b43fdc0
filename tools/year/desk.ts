import type { NextNote } from '../../shared/session/sign-bodies.ts';
import { unsignedOrders } from '../../shared/session/call-state.ts';
import { unsignedDecisions } from '../../shared/session/telephone-state.ts';
import type { Sitting } from '../archive/sitting.ts';
import { authorOf, type Member } from '../archive/staff.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, openFrom } from './calendar.ts';
import type { VisitCast } from './cast.ts';
import { addenda } from './words.ts';

/** What is left of a visit once the patient has gone. */
export interface Signed {
  /** Epoch ms; null: nobody has signed it yet. */
  readonly at: number | null;
  readonly next: NextNote | null;
}

interface Desk {
  readonly cast: VisitCast;
  readonly other: Member;
  readonly next: NextNote | null;
  /** Epoch ms of the year's last day and of its last moment. */
  readonly last: number;
  readonly end: number;
}

/** Signing, and what comes to a session afterwards, as far as the year goes. */
export function workAtDesk(sitting: Sitting, { cast, other, next, last, end }: Desk): Signed {
  const { random } = sitting;
  const { day } = cast.planned;
  const at = signMoment(sitting, day);
  const days = (last - day) / DAY_MS;
  const isOrdered = unsignedOrders(sitting.session).length + unsignedDecisions(sitting.session).length > 0;
  // Of the last weeks some is left for whoever reads this: above all what was ordered by telephone.
  const waits = random.chance(days > 60 ? 0 : days >= 12 ? 0.03 : isOrdered ? 0.85 : 0.35);
  const asksForCopy = random.chance(days < 50 ? 0.1 : 0.03);
  if (at > end || waits) {
    if (asksForCopy) askForCopy(sitting, cast, { end, isRecent: days < 50 });
    return { at: null, next: null };
  }
  const author = authorOf(cast.prescriber);
  const staffId = cast.prescriber.staffId;
  sitting.pass(at - sitting.now().wallMs);
  for (const { callId } of unsignedOrders(sitting.session))
    sitting.press({ type: 'signCallOrder', callId, staffId, pin: '0000' }, author).pass(20_000);
  for (const { seq } of unsignedDecisions(sitting.session))
    sitting.press({ type: 'signTelephoneOrder', staffId, pin: '0000', decisionSeq: seq }, author).pass(20_000);
  if (days > 20) sayOutcomes(sitting);
  sitting.press({ type: 'signSession', staffId, pin: '0000', meaning: 'responsible', next }, author);
  if (random.chance(0.06)) cosign(sitting, cast.prescriber, other, end);
  if (asksForCopy) askForCopy(sitting, cast, { end, isRecent: days < 50 });
  if (random.chance(0.035)) add(sitting, cast.prescriber, end);
  return { at, next };
}

/** What became of what was still open when the patient left. */
function sayOutcomes(sitting: Sitting): void {
  const open = sitting.session.adverse.filter(({ outcome }) => outcome === null);
  for (const { adverseId } of open)
    sitting.press({ type: 'noteAdverseOutcome', adverseId, outcome: 'recovered', note: 'Gone by the evening' });
}

/** In the evening, on the next morning, or some days later. */
function signMoment({ random }: Pick<Sitting, 'random'>, day: number): number {
  const drawn = random.next();
  const evening = day + 17.3 * HOUR_MS + random.whole(0, 80) * MINUTE_MS;
  if (drawn < 0.72) return evening;
  if (drawn < 0.92) return openFrom(day + DAY_MS) + 7.6 * HOUR_MS + random.whole(0, 30) * MINUTE_MS;
  return openFrom(day + random.whole(2, 6) * DAY_MS) + 17.5 * HOUR_MS + random.whole(0, 60) * MINUTE_MS;
}

function cosign(sitting: Sitting, by: Member, other: Member, end: number): void {
  sitting.pass(MINUTE_MS).press({ type: 'askCosign', staffId: other.staffId }, authorOf(by));
  const days = sitting.random.whole(1, 5);
  if (!later(sitting, days, 16.8, end)) return;
  const { staffId } = other;
  sitting.press({ type: 'cosignSession', staffId, pin: '0000', meaning: 'reviewed' }, authorOf(other));
}

function add(sitting: Sitting, by: Member, end: number): void {
  const { random } = sitting;
  if (!later(sitting, random.whole(1, 6), 16, end)) return;
  const text = random.pick(addenda);
  sitting.press({ type: 'addAddendum', addendumId: random.id(), staffId: by.staffId, pin: '0000', text }, authorOf(by));
}

function askForCopy(
  sitting: Sitting,
  { nurse }: VisitCast,
  { end, isRecent }: { readonly end: number; readonly isRecent: boolean },
): void {
  const { random } = sitting;
  const copyId = random.id();
  sitting.pass(10 * MINUTE_MS);
  const askedAt = sitting.now().wallMs;
  sitting.press({ type: 'askCopy', copyId, askedAt, whole: random.chance(0.3) }, authorOf(nurse));
  if ((isRecent && random.chance(0.4)) || !later(sitting, random.whole(2, 12), 11, end)) return;
  sitting.press(
    { type: 'handCopy', copyId, form: random.pick(['paper', 'file']), identity: 'document' },
    authorOf(nurse),
  );
}

/** Moves on to an hour of an open day so many days from now; false, and nowhere, where the year ends before. */
function later(sitting: Sitting, days: number, hour: number, end: number): boolean {
  const now = sitting.now().wallMs;
  const at = openFrom(now - (now % DAY_MS) + days * DAY_MS) + hour * HOUR_MS;
  if (at > end) return false;
  sitting.pass(at - now);
  return true;
}
