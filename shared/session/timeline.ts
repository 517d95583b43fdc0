import { cueLifeMs, cueSessionMs } from '../cues/due.ts';
import type { Cue } from '../cues/cue.ts';
import { actionFor } from '../lights/floor.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ClockReading } from '../time/clock.ts';
import { dueReadings, stopLifeMs, type DueState } from './due.ts';
import { elapsed, lifeMs, sessionAt } from './life.ts';
import type { CueState, Session } from './state.ts';

export {
  elapsed,
  emergencyElapsed,
  lifeMs,
  overtime,
  pauseElapsed,
  recoveryElapsed,
  remaining,
  sessionAt,
} from './life.ts';
export { dueReadings, isOpen, nextDue, type DueState, type DueStatus } from './due.ts';

/** One of the next things to come; `inMs` from now, as it stands with nothing but time passing. */
export type Upcoming =
  | { readonly kind: 'reading'; readonly id: string; readonly inMs: number }
  | { readonly kind: 'cue'; readonly id: string; readonly inMs: number; readonly action: Cue['action'] }
  | { readonly kind: 'zero'; readonly id: 'zero'; readonly inMs: number };

/** Where a cue lies from now, ms; a paused pump counts as going on at once, recovery as beginning at the planned end. */
function cueInMs(session: Session, cue: Cue, nowLifeMs: number): number {
  const sessionMs = cueSessionMs(session, cue);
  if (sessionMs === null) return stopLifeMs(session, nowLifeMs) + cue.anchor.offsetMs - nowLifeMs;
  return sessionMs - (sessionAt(session, nowLifeMs) ?? 0);
}

/** The next things of a session that is running, soonest first; empty before the start and after the end. */
export function upcoming(session: Session, protocol: Protocol, now: ClockReading): Upcoming[] {
  if (session.started === null || session.phase === 'finished') return [];
  const nowLifeMs = lifeMs(session, now);
  const items: Upcoming[] = [];
  for (const due of dueReadings(session, protocol, now)) {
    if (due.state === 'upcoming') items.push({ kind: 'reading', id: due.id, inMs: Math.max(0, due.dueInMs) });
  }
  for (const cue of protocol.cues) {
    if (cue.id in session.cues || (session.stopped !== null && cue.anchor.from !== 'recovery')) continue;
    const inMs = Math.max(0, cueInMs(session, cue, nowLifeMs));
    items.push({ kind: 'cue', id: cue.id, inMs, action: actionFor(session, cue.action) });
  }
  const left = session.plannedMs - elapsed(session, now);
  if (session.stopped === null && left > 0) items.push({ kind: 'zero', id: 'zero', inMs: left });
  return items.toSorted((a, b) => a.inMs - b.inMs);
}

export type PartKind = 'preChecks' | 'done' | 'planned' | 'pause' | 'overtime' | 'recovery' | 'recoveryPlanned';

/** A stretch of the timeline; ms from the start of the infusion (before the start: from where it would be now). */
export interface TimelinePart {
  readonly kind: PartKind;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Timeline {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
  readonly parts: readonly TimelinePart[];
  readonly readings: readonly {
    readonly id: string;
    readonly atMs: number;
    readonly state: DueState;
    readonly readingId: string | null;
    readonly partly: boolean;
  }[];
  /** Readings outside the schedule. */
  readonly extraReadings: readonly { readonly readingId: string; readonly atMs: number }[];
  /** Those that came, and those that are to come; one that was passed over, as after an early end, never was. */
  readonly cues: readonly {
    readonly cueId: string;
    readonly atMs: number;
    readonly action: Cue['action'];
    readonly state: Exclude<CueState, 'passed'> | 'ahead';
  }[];
}

/** The infusion's stretches on the life axis: done, its pauses, overtime, and what is planned. */
function infusionParts(session: Session, nowLifeMs: number): TimelinePart[] {
  const planned: TimelinePart = { kind: 'planned', fromMs: nowLifeMs, toMs: stopLifeMs(session, nowLifeMs) };
  if (session.started === null) return [planned];
  const endMs = session.stopped?.lifeMs ?? nowLifeMs;
  const parts: TimelinePart[] = [];
  let fromMs = session.started.lifeMs;
  for (const pause of session.pauses) {
    if (!pause.pumpStood) continue;
    const toMs = Math.min(pause.toLifeMs ?? endMs, endMs);
    parts.push({ kind: 'done', fromMs, toMs: pause.fromLifeMs }, { kind: 'pause', fromMs: pause.fromLifeMs, toMs });
    fromMs = toMs;
  }
  const overMs = Math.max(0, (sessionAt(session, endMs) ?? 0) - session.plannedMs);
  const zeroMs = Math.max(fromMs, endMs - overMs);
  parts.push({ kind: 'done', fromMs, toMs: zeroMs });
  if (overMs > 0) parts.push({ kind: 'overtime', fromMs: zeroMs, toMs: endMs });
  return session.stopped === null ? [...parts, planned] : parts;
}

function recoveryParts(session: Session, protocol: Protocol, nowLifeMs: number): TimelinePart[] {
  const fromMs = stopLifeMs(session, nowLifeMs);
  const doneMs = session.stopped === null ? fromMs : (session.finished?.lifeMs ?? nowLifeMs);
  const plannedMs = session.phase === 'finished' ? doneMs : Math.max(doneMs, fromMs + protocol.recoveryMs);
  return [
    { kind: 'recovery', fromMs, toMs: doneMs },
    { kind: 'recoveryPlanned', fromMs: doneMs, toMs: plannedMs },
  ];
}

/** Everything the timeline draws, in ms from the start of the infusion. */
export function segments(session: Session, protocol: Protocol, now: ClockReading): Timeline {
  const nowLifeMs = lifeMs(session, now);
  // One that is over is looked at for years: it grows no longer.
  const shownLifeMs = session.finished?.lifeMs ?? nowLifeMs;
  const originMs = session.started?.lifeMs ?? nowLifeMs;
  const preChecks: TimelinePart = { kind: 'preChecks', fromMs: session.preChecksLifeMs ?? originMs, toMs: originMs };
  const all = [preChecks, ...infusionParts(session, nowLifeMs), ...recoveryParts(session, protocol, nowLifeMs)];
  const parts = all
    .filter((part) => part.toMs > part.fromMs)
    .map((part) => ({ kind: part.kind, fromMs: part.fromMs - originMs, toMs: part.toMs - originMs }));
  const readings = dueReadings(session, protocol, now);
  const cues = protocol.cues.flatMap((cue) => {
    const state = session.cues[cue.id] ?? ('ahead' as const);
    if (state === 'passed') return [];
    const atMs = (cueLifeMs(session, cue) ?? nowLifeMs + cueInMs(session, cue, nowLifeMs)) - originMs;
    return [{ cueId: cue.id, atMs, action: actionFor(session, cue.action), state }];
  });
  const extra = session.readings.filter((r) => r.dueId === null && r.parts !== null && r.withdrawn === null);
  return {
    fromMs: Math.min(0, ...parts.map((part) => part.fromMs)),
    toMs: Math.max(shownLifeMs - originMs, ...parts.map((part) => part.toMs)),
    nowMs: shownLifeMs - originMs,
    parts,
    readings: readings.map(({ id, lifeMs: at, state, readingId, partly }) => ({
      ...{ id, atMs: at - originMs, state, readingId, partly },
    })),
    extraReadings: extra.map((reading) => ({ readingId: reading.readingId, atMs: reading.lifeMs - originMs })),
    cues,
  };
}
