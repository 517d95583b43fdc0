import type { TFunction } from 'i18next';
import type { Staff } from '../../../shared/people/people.ts';
import { decide } from '../../../shared/session/decide.ts';
import type { NewSessionEvent, SessionEvent } from '../../../shared/session/event.ts';
import { asRecorded } from '../../../shared/session/pending.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import type { SessionView, UnsavedCommand } from '../../client/session-store.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { sentenceOf, type SentenceContext } from '../../review/sentences.ts';
import { staffName } from '../session/staff.ts';

/** An entry that is not on disk, as it is told to the nurse. */
export interface UnsavedEntry {
  readonly key: string;
  /** Time of day of the press; null while it is on its way to main. */
  readonly time: string | null;
  readonly words: string;
}

/** What the session is ahead of the disk by: entries of people in words, and how many notes the app made by itself. */
export interface UnsavedWords {
  readonly entries: readonly UnsavedEntry[];
  readonly ofApp: number;
}

function contextOf(t: TFunction, { session, protocol }: SessionView, staff: readonly Staff[]): SentenceContext {
  return { t, session, protocol, nameOf: (staffId) => staffName(staff, staffId) };
}

/** What of the open session is decided and not saved yet, oldest first. */
export function unsavedWords(t: TFunction, view: SessionView, staff: readonly Staff[]): UnsavedWords {
  const waiting = view.events.filter((event) => event.seq > view.saved);
  const context = contextOf(t, view, staff);
  const entries = waiting
    .filter(({ author }) => author.kind !== 'app')
    .map((event) => ({
      key: String(event.seq),
      time: timeOfDay(event.occurredAt, view.session.created.timeZone),
      words: sentenceOf(event, context),
    }));
  return { entries, ofApp: waiting.length - entries.length };
}

/** A command in words: those of what it would have done, else (where the rules refuse it now) just an entry. */
export function commandWords(
  t: TFunction,
  view: SessionView,
  staff: readonly Staff[],
  { command }: Pick<UnsavedCommand, 'command'>,
  now: ClockReading,
): string {
  const { session, protocol } = view;
  const author = { kind: 'staff', staffId: '' } as const;
  const decision = decide(session, protocol, command, { now, author, seenSeq: session.seq });
  const [first] = decision.ok ? decision.events : [];
  const recorded = (event: NewSessionEvent): SessionEvent => asRecorded(session, event, now);
  if (first !== undefined) return sentenceOf(recorded(first), contextOf(t, view, staff));
  return t('shell.command.other');
}
