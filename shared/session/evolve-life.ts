import { lifeOfSession, sessionAt } from './life.ts';
import { intakeOver } from './evolve-intake.ts';
import { musicAfterStop, turnMusic } from './evolve-music.ts';
import type { Folds, Moment } from './fold.ts';
import { noLighting } from './light-state.ts';
import type { Session } from './state.ts';

/** The music of the infusion goes, and that of recovery comes, over this long once the pump has stopped, ms. */
const STOP_FADE_MS = 25_000;

/** After session time moved: readings lie anew on it, an early end is judged anew, and zero that is ahead again is not reached. */
export function derivedAgain(session: Session, nowLifeMs: number): Session {
  const elapsedMs = sessionAt(session, nowLifeMs) ?? 0;
  const back = session.phase === 'overtime' && elapsedMs < session.plannedMs;
  return {
    ...session,
    phase: back ? 'infusing' : session.phase,
    zeroAt: back ? null : session.zeroAt,
    pausedMs: session.pauses.reduce(
      (sum, p) => (p.pumpStood && p.toLifeMs !== null ? sum + p.toLifeMs - p.fromLifeMs : sum),
      0,
    ),
    readings: session.readings.map((reading) => ({ ...reading, sessionMs: sessionAt(session, reading.lifeMs) })),
  };
}

function closePauses(session: Session, lifeMs: number): Session {
  const pauses = session.pauses.map((pause) =>
    pause.toLifeMs === null ? { ...pause, toLifeMs: Math.max(pause.fromLifeMs, lifeMs) } : pause,
  );
  return { ...session, pauses, pause: null, trouble: null };
}

function stopAt(session: Session, stop: NonNullable<Session['stopped']>): Session {
  const sessionMs = sessionAt({ ...session, stopped: null }, stop.lifeMs) ?? 0;
  const early = stop.reason !== 'complete' && sessionMs < session.plannedMs;
  return { ...session, stopped: { ...stop, sessionMs, early } };
}

function startAmended(session: Session, at: number): Session {
  if (session.started === null) return session;
  const lifeMs = session.started.lifeMs + (at - session.started.at);
  return { ...session, started: { ...session.started, at, lifeMs } };
}

/** A pause that lasted until the stop lasts until the amended one. */
function stopAmended(session: Session, at: number): Session {
  const { stopped } = session;
  if (stopped === null) return session;
  const lifeMs = stopped.lifeMs + (at - stopped.at);
  const pauses = session.pauses.map((pause) =>
    pause.toLifeMs === stopped.lifeMs ? { ...pause, toLifeMs: Math.max(pause.fromLifeMs, lifeMs) } : pause,
  );
  return { ...session, pauses, stopped: { ...stopped, at, lifeMs } };
}

/** Before the first start again: what belonged to the start is gone from the state, what was entered stays. */
function backToPreChecks(session: Session, moment: Moment): Session {
  const cleared: Session = {
    ...session,
    phase: 'preChecks',
    started: null,
    pump: 'idle',
    pause: null,
    trouble: null,
    pausedMs: 0,
    pauses: [],
    zeroAt: null,
    cues: {},
    lighting: { ...noLighting, failed: session.lighting.failed },
    prompts: [],
    readings: session.readings.map((reading) => ({ ...reading, dueId: null, sessionMs: null })),
  };
  return turnMusic(cleared, session.settledIn ? 'arrive' : null, moment, 8_000);
}

/** The life of a session: from pre-checks to the end, the pump's pauses and the planned length. */
export const lifeFolds: Folds<
  | 'created'
  | 'preChecksBegun'
  | 'started'
  | 'startTakenBack'
  | 'notGiven'
  | 'pumpPaused'
  | 'pumpResumed'
  | 'lengthChanged'
  | 'zeroReached'
  | 'pumpStopped'
  | 'timeAmended'
  | 'restBegun'
  | 'restEnded'
  | 'finished'
> = {
  created: () => {
    throw new Error('A session is created once');
  },
  preChecksBegun: (session, _body, moment) => ({ ...session, phase: 'preChecks', preChecksLifeMs: moment.lifeMs }),
  started: (session, body, moment) => ({
    ...intakeOver(session),
    phase: 'infusing',
    pump: 'running',
    plannedMs: body.plannedMs,
    started: {
      at: moment.at,
      lifeMs: moment.lifeMs,
      pressedLifeMs: moment.nowLifeMs,
      seq: moment.seq,
      author: moment.author,
    },
  }),
  startTakenBack: (session, _body, moment) => backToPreChecks(session, moment),
  notGiven: (session, body, moment) =>
    turnMusic(
      {
        ...intakeOver(session),
        phase: 'notGiven',
        lighting: noLighting,
        waiting: false,
        emergency: null,
        notGiven: { reason: body.reason, postponed: body.postponed, at: moment.at },
      },
      null,
      moment,
      10_000,
    ),
  pumpPaused: (session, body, moment) => {
    const open = closePauses(session, moment.lifeMs);
    const entry = { lifeMs: moment.lifeMs, at: moment.at, reason: body.reason, note: body.note };
    const pauses = [
      ...open.pauses,
      { fromLifeMs: moment.lifeMs, toLifeMs: null, fromAt: moment.at, reason: body.reason, pumpStood: body.pumpStands },
    ];
    if (!body.pumpStands) return { ...open, pauses, trouble: entry };
    return derivedAgain({ ...open, pauses, pump: 'paused', pause: entry }, moment.nowLifeMs);
  },
  pumpResumed: (session, _body, moment) =>
    derivedAgain({ ...closePauses(session, moment.lifeMs), pump: 'running' }, moment.nowLifeMs),
  lengthChanged: (session, body, moment) => derivedAgain({ ...session, plannedMs: body.plannedMs }, moment.nowLifeMs),
  zeroReached: (session, _body, moment) => ({ ...session, phase: 'overtime', zeroAt: moment.at }),
  pumpStopped: (session, body, moment) => {
    const closed = closePauses(session, moment.lifeMs);
    const stop = {
      at: moment.at,
      lifeMs: moment.lifeMs,
      sessionMs: 0,
      early: body.early,
      reason: body.reason,
      note: body.note,
    };
    const stopped = stopAt({ ...closed, phase: 'recovery', pump: 'stopped' }, stop);
    return musicAfterStop(derivedAgain(stopped, moment.nowLifeMs), moment, STOP_FADE_MS);
  },
  timeAmended: (session, body, moment) => {
    const moved = body.what === 'started' ? startAmended(session, body.at) : stopAmended(session, body.at);
    const judged = moved.stopped === null ? moved : stopAt(moved, moved.stopped);
    return derivedAgain(judged, moment.nowLifeMs);
  },
  restBegun: (session) => ({ ...session, resting: true }),
  restEnded: (session) => ({ ...session, resting: false }),
  finished: (session, body, moment) =>
    turnMusic(
      {
        ...session,
        phase: 'finished',
        lighting: noLighting,
        resting: false,
        waiting: false,
        emergency: null,
        finished: {
          how: body.how,
          at: moment.at,
          lifeMs: moment.lifeMs,
          escort: body.escort,
          note: body.note,
          told: body.told ?? null,
        },
      },
      null,
      moment,
      10_000,
    ),
};

/** For the timeline: the moment at which the planned end lies or lay, on the life axis; null while a pause hides it. */
export function zeroLifeMs(session: Session): number | null {
  return lifeOfSession({ ...session, stopped: null }, session.plannedMs);
}
