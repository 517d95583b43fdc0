import { dueReadings } from '../../shared/session/due.ts';
import { replay } from '../../shared/session/evolve.ts';
import { musicPhases, type MusicPhase, type SessionMusic } from '../../shared/music/set.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';

/** A session as the record tells it, and what it was to be. */
export interface Told {
  readonly events: readonly SessionEvent[];
  readonly protocol: Protocol;
  /** Null: no music was chosen. */
  readonly music: SessionMusic | null;
}

/** A moment of the session, epoch ms. */
export interface Moment {
  readonly name: string;
  readonly at: number;
}

export interface Outcome {
  readonly moments: readonly Moment[];
  /** Of the schedule: how many were taken within their window. */
  readonly readings: { readonly onTime: number; readonly due: number; readonly missed: readonly string[] };
  readonly cues: { readonly sent: number; readonly failed: number; readonly passed: number; readonly of: number };
  readonly tracks: {
    readonly started: number;
    readonly failed: number;
    readonly byPhase: readonly { readonly phase: MusicPhase; readonly started: number }[];
  };
  /** What was not as it should be, in sentences. Empty: all well. */
  readonly problems: readonly string[];
}

const named: Partial<Readonly<Record<SessionBody['type'], string>>> = {
  preChecksBegun: 'Pre-checks',
  settledIn: 'Settled in',
  started: 'Infusion started',
  zeroReached: 'Planned end, overtime',
  pumpStopped: 'Pump stopped, recovery',
  finished: 'Patient left',
};

function bodiesOf<T extends SessionBody['type']>(events: readonly SessionEvent[], type: T) {
  return events.flatMap((event) =>
    event.body.type === type ? [{ at: event.occurredAt, body: event.body as Extract<SessionBody, { type: T }> }] : [],
  );
}

function momentsOf(events: readonly SessionEvent[]): Moment[] {
  return events.flatMap(({ body, occurredAt }) => {
    const name = named[body.type];
    return name === undefined ? [] : [{ name, at: occurredAt }];
  });
}

function readingsOf(session: Session, protocol: Protocol): Outcome['readings'] {
  const missed: string[] = [];
  const list = dueReadings(session, protocol, session.life.at);
  for (const due of protocol.dueReadings) {
    const standing = list.find(({ id }) => id === due.id);
    const doneLifeMs = standing?.state === 'taken' ? standing.doneLifeMs : null;
    const late = standing === undefined || doneLifeMs === null || Math.abs(doneLifeMs - standing.lifeMs) > due.windowMs;
    if (late) missed.push(due.id);
  }
  const due = list.length;
  return { onTime: due - missed.length, due, missed };
}

function cuesOf(session: Session, protocol: Protocol): Outcome['cues'] {
  const count = (state: string): number => Object.values(session.cues).filter((found) => found === state).length;
  return { sent: count('sent'), failed: count('failed'), passed: count('passed'), of: protocol.cues.length };
}

/** For every phase that was cued: the tracks of its own that began in it, from where a track ended near its cue. */
function tracksOf(events: readonly SessionEvent[]): Outcome['tracks'] {
  const cued = bodiesOf(events, 'cueFired').flatMap(({ at, body }) =>
    body.action.kind === 'music' ? [{ at, phase: body.action.phase }] : [],
  );
  const tracks = bodiesOf(events, 'trackStarted');
  const byPhase = cued.map(({ at, phase }, index) => {
    const until = cued[index + 1]?.at ?? Infinity;
    return {
      phase,
      started: tracks.filter(({ at: began, body }) => {
        const inPhase = body.inPhase === undefined ? began >= at && began < until : body.inPhase === phase;
        return inPhase && body.phase === phase;
      }).length,
    };
  });
  return { started: tracks.length, failed: bodiesOf(events, 'trackFailed').length, byPhase };
}

function musicProblems(
  tracks: Outcome['tracks'],
  music: SessionMusic | null,
  events: readonly SessionEvent[],
): string[] {
  if (music === null) return ['No music was chosen: there are no music sets in assets/music.'];
  const offered = new Set([music.recovery, ...(music.set?.tracks ?? [])].map(({ phase }) => phase));
  const silent = tracks.byPhase
    .filter(({ phase, started }) => started === 0 && offered.has(phase))
    .map(({ phase }) => phase);
  const uncued = musicPhases.filter(
    (phase) => phase !== 'arrive' && !tracks.byPhase.some((one) => one.phase === phase),
  );
  const lost = bodiesOf(events, 'playerLost').length;
  return [
    ...(silent.length > 0 ? [`No track of the music's phase ${silent.join(', ')} began in it.`] : []),
    ...(uncued.length > 0 ? [`The music never came to its phase ${uncued.join(', ')}.`] : []),
    ...(tracks.started === 0 ? ['No track began at all.'] : []),
    ...(tracks.failed > 0 ? [`${tracks.failed} tracks could not be played.`] : []),
    ...(lost > 0 ? [`The player was lost ${lost} times.`] : []),
  ];
}

function entryProblems(session: Session): string[] {
  const mark = session.marks.find(({ kind, takenBack }) => kind === 'nausea' && !takenBack);
  const amended = session.readings.filter(({ originals }) => originals.length > 0).length;
  return [
    ...(mark === undefined ? ['The nausea was not recorded.'] : []),
    ...(mark !== undefined && (mark.severity === null || !mark.settled)
      ? ['The nausea was not graded and settled.']
      : []),
    ...(amended === 1 ? [] : [`${amended} readings were amended, not 1.`]),
    ...(session.dose === null ? ['The dose was not recorded.'] : []),
    ...(session.score?.judgement === 'fit' ? [] : ['The score does not say fit to leave.']),
    ...(session.ownWords.length === 0 ? ["The patient's own words were not kept."] : []),
  ];
}

function gapProblems(events: readonly SessionEvent[]): string[] {
  return (['slept', 'stalled', 'clockJumped', 'restarted'] as const).flatMap((type) => {
    const count = bodiesOf(events, type).length;
    return count === 0 ? [] : [`The record says "${type}" ${count} times.`];
  });
}

/** What became of a whole practice session: the figures, and everything that was not as it should be. */
export function outcomeOf({ events, protocol, music }: Told): Outcome | null {
  const session = replay(events);
  if (session === null) return null;
  const moments = momentsOf(events);
  const readings = readingsOf(session, protocol);
  const cues = cuesOf(session, protocol);
  const tracks = tracksOf(events);
  const absent = Object.values(named).filter((name) => !moments.some((moment) => moment.name === name));
  const problems = [
    ...(session.phase === 'finished' ? [] : [`The session ended in "${session.phase}".`]),
    ...(absent.length > 0 ? [`It never came to: ${absent.join(', ')}.`] : []),
    ...(readings.missed.length > 0 ? [`Readings not taken on time: ${readings.missed.join(', ')}.`] : []),
    ...(cues.sent === cues.of
      ? []
      : [`Of ${cues.of} cues ${cues.sent} were sent, ${cues.failed} failed, ${cues.passed} passed.`]),
    ...(bodiesOf(events, 'lightsFailed').length > 0 ? ['A light did not answer.'] : []),
    ...musicProblems(tracks, music, events),
    ...entryProblems(session),
    ...gapProblems(events),
  ];
  return { moments, readings, cues, tracks, problems };
}
