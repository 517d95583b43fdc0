import { musicPlan } from '../../shared/music/plan.ts';
import { trackOf, type Conducted } from '../../shared/music/play.ts';
import { inFile } from '../../shared/music/set.ts';
import type { DesiredMusic, PlayerReport } from '../../shared/music/player-state.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { NewSessionEvent } from '../../shared/session/event.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import type { Session } from '../../shared/session/state.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { nextWish, noWish, RELEASE_MS, toldAgain, type Play, type Wish } from './wish.ts';

export interface ConductorParts {
  /** `realMs`: real time from any beginning, whatever the session's pace. */
  readonly clock: { readonly rate: number; readonly now: () => ClockReading; readonly realMs: () => number };
  /** Gives the player its whole desired state; a message to a window that is not there is lost. */
  readonly send: (desired: DesiredMusic) => void;
  /** Makes facts of what was seen, from the state of the live session when its turn in the queue comes. */
  readonly record: (make: (session: Session, now: ClockReading) => readonly NewSessionEvent[]) => void;
  /** Loads the player window anew. */
  readonly reload: () => void;
}

export interface Conductor {
  /** The live session after events, or null; also when its music came to be known. */
  readonly follow: (live: Conducted | null) => void;
  /** To be called a few times a second: time alone brings the next track. */
  readonly tick: () => void;
  readonly heard: (report: PlayerReport) => void;
  /**
   * The emergency, before it is on disk: out in two seconds, and silent until the session itself says what to play,
   * even where it cannot be written.
   */
  readonly hush: () => void;
  /** The computer says that it goes to sleep: out at once, so that nothing breaks off and nothing comes back with a start. */
  readonly asleep: () => void;
  /** It is awake again: the music comes in where it stands by then, once the session knows how long it was. */
  readonly awake: () => void;
  /** The player's window is gone (crash, closed). */
  readonly gone: () => void;
  readonly status: () => 'starting' | 'ready' | 'lost';
}

/** Without a report for this long, ms of real time, a player that should sound is lost. Reports come once a second. */
export const LOST_AFTER_MS = 3_000;
/** A player that was never heard yet may be this long in starting, ms. */
const STARTED_AFTER_MS = 15_000;
/** A wish that is not answered for this long is told again, ms: a fresh player at once, unless it is on its way. */
const AGAIN_AFTER_MS = 1_500;
const FRESH_AFTER_MS = 100;
/** A lost player is loaded anew this often at most, ms. */
const RELOAD_EVERY_MS = 10_000;
/** Time between two ticks that counts as the player's silence at most, ms: when main itself was held up, it heard nothing. */
const LONGEST_TICK_MS = 500;
/** The fade of the emergency, ms. */
const HUSH_MS = 2_000;
/** The way out before the computer sleeps, ms: it does not wait for long. */
const ASLEEP_MS = 400;
/** The session tells of a sleep within this, ms. */
const WAKING_MS = 400;
/** Said to go to sleep, but awake for this long all the same, ms. */
const WIDE_AWAKE_MS = 10_000;
/** A track first heard this far in was taken up, not begun, ms. */
const TAKEN_UP_MS = 5_000;

/**
 * Main's side of the music: tells the player what the session wishes, and makes facts of what the player says. Decides
 * nothing: what plays, and where it stands, is the engine's, from the record and the clock.
 */
export function createConductor({ clock, send, record, reload }: ConductorParts): Conductor {
  let live: Conducted | null = null;
  let wish: Wish = noWish;
  let status: 'starting' | 'ready' | 'lost' = 'starting';
  let silentMs = 0;
  let tickedAt = 0;
  let sentAt = -Infinity;
  let reloadedAt = -Infinity;
  /** The play whose beginning, and the one whose failure, was made a fact already. */
  let begun = 0;
  let failed = 0;

  /** The session, and the state of its music, that was hushed. */
  let hushed: { readonly sessionId: string; readonly generation: number } | null = null;

  /** Real time that is left until a computer that said it sleeps, or that it is back, counts as awake, ms; null: it is. */
  let sleepsMs: number | null = null;

  const isHushed = ({ session }: Conducted): boolean =>
    hushed !== null && hushed.sessionId === session.sessionId && hushed.generation === session.music.generation;

  const wishAnew = (): void => {
    const now = clock.now();
    const at = clock.realMs();
    const before = wish;
    const sounding = live === null || isHushed(live) || sleepsMs !== null ? null : live;
    const releaseMs = sleepsMs !== null ? ASLEEP_MS : hushed === null ? RELEASE_MS : HUSH_MS;
    wish = nextWish(before, sounding, now, clock.rate, at, releaseMs);
    if (wish.desired.generation === before.desired.generation) return;
    sentAt = at;
    send(wish.desired);
  };

  const tellAgain = (at: number): void => {
    sentAt = at;
    send(toldAgain(wish, at));
  };

  const lose = (at: number): void => {
    if (status !== 'lost')
      record((session) => (session.music.playerLost ? [] : fact(session, { type: 'playerLost' }, clock.now())));
    status = 'lost';
    silentMs = 0;
    if (at - reloadedAt < RELOAD_EVERY_MS) return;
    reloadedAt = at;
    reload();
  };

  const observe = (report: PlayerReport, play: Play, shown: Conducted): void => {
    const deck = report.decks.find((one) => one.playId === play.ownId);
    if (deck === undefined || failed === play.ownId) return;
    if (deck.state === 'failed' || deck.state === 'ended') {
      failed = play.ownId;
      record((session, now) => failure({ ...shown, session }, play.trackId, deck.code ?? 'endedEarly', now));
    }
    if (deck.state === 'playing' && begun !== play.ownId) {
      begun = play.ownId;
      record((session, now) =>
        // With another set chosen meanwhile, what was heard is of the old one.
        session.musicHash === shown.session.musicHash
          ? beginning({ ...shown, session }, play.trackId, deck.positionMs, now)
          : [],
      );
    }
  };

  return {
    follow: (next) => {
      live = next;
      if (live !== null && !isHushed(live)) hushed = null;
      wishAnew();
    },
    tick: () => {
      const at = clock.realMs();
      const passedMs = Math.min(at - tickedAt, LONGEST_TICK_MS);
      silentMs += passedMs;
      if (sleepsMs !== null) sleepsMs = sleepsMs > passedMs ? sleepsMs - passedMs : null;
      tickedAt = at;
      wishAnew();
      if (silentMs > (status === 'starting' ? STARTED_AFTER_MS : LOST_AFTER_MS) && wish.play !== null) lose(at);
    },
    heard: (report) => {
      const at = clock.realMs();
      silentMs = 0;
      if (status === 'lost')
        record((session, now) => (session.music.playerLost ? fact(session, { type: 'playerBack' }, now) : []));
      status = 'ready';
      const { generation } = wish.desired;
      if (report.generation !== generation) {
        if (at - sentAt > (report.generation === 0 ? FRESH_AFTER_MS : AGAIN_AFTER_MS)) tellAgain(at);
        return;
      }
      if (wish.play !== null && live !== null) observe(report, wish.play, live);
    },
    hush: () => {
      if (live === null) return;
      hushed = { sessionId: live.session.sessionId, generation: live.session.music.generation };
      wishAnew();
    },
    asleep: () => {
      sleepsMs = WIDE_AWAKE_MS;
      wishAnew();
    },
    awake: () => {
      if (sleepsMs !== null) sleepsMs = WAKING_MS;
    },
    gone: () => lose(clock.realMs()),
    status: () => status,
  };
}

function fact(session: Session, body: SessionBody, now: ClockReading): readonly NewSessionEvent[] {
  return [newEvent(session, body, APP, now)];
}

function failure(live: Conducted, trackId: string, code: string, now: ClockReading): readonly NewSessionEvent[] {
  const { session, music } = live;
  if (session.music.failed.includes(trackId)) return [];
  const title = trackOf(music, trackId)?.title;
  const body = { type: 'trackFailed', trackId, code, ...(title === undefined ? {} : { title }) } as const;
  return fact(session, body, now);
}

/** The beginning of a track that stands at `filePlaceMs` of its file, where it is still the one that the plan waits for; one that the record knows began already. */
function beginning(
  live: Conducted,
  trackId: string,
  filePlaceMs: number,
  now: ClockReading,
): readonly NewSessionEvent[] {
  const { session } = live;
  const { current } = musicPlan(live, now);
  if (current?.track.id !== trackId || current.playId <= session.music.played.length) return [];
  const { track, passedOver, phase: inPhase, fadeInMs } = current;
  const positionMs = Math.max(0, filePlaceMs - inFile(track, 0));
  const taken = session.music.turn === null && positionMs > TAKEN_UP_MS;
  const why = taken ? 'restore' : (session.music.turn?.why ?? 'plan');
  const passed = passedOver.length === 0 ? {} : { passedOver: [...passedOver] };
  const { title, phase } = track;
  return fact(
    session,
    { type: 'trackStarted', trackId, title, phase, positionMs, why, inPhase, fadeInMs, ...passed },
    now,
  );
}
