import { useEffect, useEffectEvent, useLayoutEffect, useReducer, useRef, useState, type Dispatch } from 'react';
import type { Failure } from '../../../../shared/ipc/answer.ts';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { readingDoubts } from '../../../../shared/session/decide-readings.ts';
import { latestParts } from '../../../../shared/session/latest-parts.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { meantBy, type Meant } from '../../../../shared/vitals/meant.ts';
import { knownOf } from '../../../../shared/vitals/measures.ts';
import type { Doubt } from '../../../../shared/vitals/unlikely.ts';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';
import { isUnsaved } from '../../../client/outbox.ts';
import { useRoom } from '../../../client/room-context.ts';
import { useCommand, useUnsaved } from '../../../client/session-store.ts';
import { useEntrant, type Entrant } from '../someone-else.tsx';
import { isEmpty, partsOf, type ReadingEntry } from './entry-state.ts';
import { reduceEntry, type EntryAction } from './reading-entry.ts';

/** The command of what was entered; `typedAt`: the moment of the first digit. */
export type CommandOf = (
  parts: ReadingParts,
  takenAt: number,
  confirmed: readonly string[],
  typedAt: number,
) => SessionCommand;

/** A reading form: the entry, what is doubtful in it, and where its way to the disk stands. */
export interface ReadingForm {
  readonly entry: ReadingEntry;
  readonly dispatch: Dispatch<EntryAction>;
  readonly doubts: readonly Doubt[];
  /** What was probably meant by what is refused or asked about; null where nothing is offered. */
  readonly meant: Meant | null;
  /** Null while it is being typed. */
  readonly parts: ReadingParts | null;
  readonly takenAt: number;
  readonly nowMs: number;
  readonly busy: boolean;
  /** Whether somebody else enters it, and who. */
  readonly entrant: Entrant;
  /** Written but not on disk: the store goes on trying, the entry stays. */
  readonly unsaved: boolean;
  readonly failure: Failure | null;
  readonly clearFailure: () => void;
  readonly save: () => Promise<void>;
}

/**
 * @param start what the form begins with
 * @param exceptId the reading that is being amended, null for a new one
 * @param commandOf makes the command of what was entered
 * @param onSaved called once it is on disk, or held until the disk takes it
 */
export function useReadingForm(
  session: Session,
  start: ReadingEntry,
  exceptId: string | null,
  commandOf: CommandOf,
  onSaved: (parts: ReadingParts) => void,
): ReadingForm {
  const [entry, dispatch] = useReducer(reduceEntry, start);
  const [sent, setSent] = useState<SessionCommand | null>(null);
  const [saved, setSaved] = useState<ReadingParts | null>(null);
  const [busyWith, setBusyWith] = useState<SessionCommand | null>(null);
  const inFlight = useRef<SessionCommand | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = useCommand();
  const entrant = useEntrant();
  const { clock } = useRoom();
  const waiting = useUnsaved().find((other) => other.command === sent);

  const parts = entry.stage === 'echo' ? partsOf(entry) : null;
  const now = clock.now();
  const takenAt = entry.takenAt ?? now.wallMs;
  // Just as main will ask: each measure against its own last value before this reading was taken.
  const takenLifeMs = lifeMs(session, now) - (now.wallMs - takenAt);
  // On its way it stands among the session's readings itself: that is no second press.
  const busy = busyWith !== null;
  const isOnItsWay = busy || sent !== null;
  const doubts =
    parts === null
      ? []
      : readingDoubts(session, parts, takenLifeMs, exceptId).filter(
          ({ code }) => !isOnItsWay || code !== 'savedAlready',
        );
  const isAsked = doubts.length > 0 || (entry.problems.length > 0 && !isEmpty(entry));
  const baseline = baselineOf(session);
  const known = knownOf(
    latestParts(session, takenLifeMs, exceptId),
    baseline?.readingId === exceptId ? null : (baseline?.parts ?? null),
  );
  const meant = isAsked ? meantBy(entry.texts, known) : null;
  const done = (written: ReadingParts | null) => {
    setSent(null);
    setSaved(written);
    dispatch({ type: 'clear' });
  };
  // The session knows it before main's answer is here: the table has it and the fields are empty in one and the same frame.
  if (busyWith !== null && isAmong(session, busyWith)) {
    setBusyWith(null);
    done(parts);
  }
  // At every commit: a session that knows it at once leaves no commit with the command between two without.
  useLayoutEffect(() => {
    inFlight.current = busyWith;
  });
  // The store goes on trying: what it no longer lists as unsaved is on disk.
  if (sent !== null && waiting === undefined) done(parts);
  if (sent !== null && waiting?.state === 'refused') {
    setFailure(waiting.failure);
    setSent(null);
  }
  const tell = useEffectEvent(onSaved);
  useEffect(() => {
    if (saved !== null) tell(saved);
  }, [saved]);

  const save = async () => {
    // Two presses of one movement are one: nothing is drawn between them.
    if (parts === null || inFlight.current !== null || (entrant.isOpen && !entrant.isReady)) return;
    const codes = doubts.map((doubt) => doubt.code);
    const command = commandOf(parts, takenAt, codes, entry.firstAt ?? takenAt);
    inFlight.current = command;
    setBusyWith(command);
    setFailure(null);
    const answer = await send(command, entrant.as);
    entrant.pressed(answer.ok || isUnsaved(answer));
    if (inFlight.current !== command) return;
    setBusyWith(null);
    // Held by main it stands among the readings, marked; unanswered it stays here until it is known what became of it.
    if (answer.ok || answer.kind === 'unsaved') done(parts);
    else if (answer.code === 'noAnswer') setSent(command);
    else {
      setFailure(answer);
      // A wrong PIN says nothing about the reading.
      if (answer.field !== 'pin') dispatch({ type: 'back' });
    }
  };
  const clearFailure = () => setFailure(null);
  return {
    entry,
    dispatch,
    doubts,
    meant,
    parts,
    takenAt,
    nowMs: now.wallMs,
    busy,
    entrant,
    unsaved: sent !== null,
    failure,
    clearFailure,
    save,
  };
}

/** Whether the session has the reading that this command takes. */
function isAmong({ readings }: Session, command: SessionCommand): boolean {
  return command.type === 'takeReading' && readings.some(({ readingId }) => readingId === command.readingId);
}
