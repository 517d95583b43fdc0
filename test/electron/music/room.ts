import { createConductor, type Conductor } from '../../../electron/music/conductor.ts';
import type { DesiredMusic } from '../../../shared/music/player-state.ts';
import { inFile, type SessionMusic } from '../../../shared/music/set.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { SessionBody } from '../../../shared/session/event-bodies.ts';
import type { NewSessionEvent, SessionEvent } from '../../../shared/session/event.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { APP, newEvent } from '../../../shared/session/pending.ts';
import type { Session } from '../../../shared/session/state.ts';
import { restart, tick } from '../../../shared/session/tick.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import { runPlayer, type RunningPlayer } from '../../../renderer/player/player.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';
import { fakeAudio, type FakeAudio, type Faults } from '../../renderer/player/fake-audio.ts';

const protocol = defaultProtocol(0, 'test');

/** What could be heard at a moment. */
export interface Sample {
  readonly at: number;
  readonly tracks: readonly { readonly file: string; readonly volume: number; readonly positionMs: number }[];
}

/** A whole room in fake time: engine, conductor and the real player's logic over a fake sound side. */
export interface FakeRoom {
  readonly time: FakeTime;
  readonly conductor: Conductor;
  readonly events: readonly SessionEvent[];
  readonly bodies: <T extends SessionBody['type']>(type: T) => readonly Extract<SessionBody, { type: T }>[];
  readonly session: () => Session;
  readonly protocol: Protocol;
  readonly say: (body: SessionBody) => void;
  /** Lets time pass, and says what was heard every 50 ms. */
  readonly hear: (ms: number) => readonly Sample[];
  readonly crash: () => void;
  readonly mute: (muted: boolean) => void;
  /** The computer sleeps for this long: nothing runs, the clocks that count sleep move on. `told`: it said so before and after. */
  readonly sleep: (ms: number, told: boolean) => readonly Sample[];
  /** Main and player are gone for this long, then the app is here again. */
  readonly restartApp: (awayMs: number) => void;
  readonly sent: readonly DesiredMusic[];
  readonly reloads: () => number;
}

/** @param others what else can be chosen, by the hash that the choice names */
export function fakeRoom(
  music: SessionMusic,
  rate = 1,
  faults: Faults = {},
  others: ReadonlyMap<string, SessionMusic> = new Map(),
): FakeRoom {
  const time = fakeTime();
  const lengths = new Map(
    [music, ...others.values()]
      .flatMap((one) => [...(one.set?.tracks ?? []), one.recovery])
      .map((track) => [track.file, inFile(track, track.durationMs)]),
  );
  const events: SessionEvent[] = [];
  const sent: DesiredMusic[] = [];
  let session: Session | null = null;
  let conductor: Conductor | null = null;
  let player: RunningPlayer | null = null;
  let audio: FakeAudio | null = null;
  let muted = false;
  let reloads = 0;

  let sleptMs = 0;
  const reading = (): ClockReading => {
    const ms = time.now() * rate;
    return { wallMs: 1_760_000_000_000 + ms + sleptMs, monotonicMs: ms, uptimeMs: ms + sleptMs, bootId: 'boot' };
  };
  const append = (made: readonly NewSessionEvent[]): void => {
    for (const event of made) {
      const full: SessionEvent = {
        ...event,
        stream: 's',
        seq: events.length + 1,
        recordedAt: reading(),
        pc: 'pc',
        commandId: null,
        version: 1,
      };
      events.push(full);
      session = evolve(session, full);
    }
    if (made.length > 0 && session !== null)
      conductor?.follow(
        session.musicHash === null ? null : { session, protocol, music: others.get(session.musicHash) ?? music },
      );
  };
  const say = (body: SessionBody): void =>
    append([
      session === null
        ? { occurredAt: reading().wallMs, sessionMs: null, author: APP, body }
        : newEvent(session, body, APP, reading()),
    ]);

  const openPlayer = (): void => {
    const holder: { player?: RunningPlayer } = {};
    const own = fakeAudio(
      time,
      (file) => lengths.get(file) ?? 0,
      (event) => holder.player?.heard(event),
      faults,
    );
    audio = own;
    holder.player = runPlayer({
      audio: own,
      now: time.now,
      every: time.every,
      send: (report) => time.after(2, () => player === holder.player && !muted && conductor?.heard(report)),
    });
    player = holder.player;
  };
  const closePlayer = (): void => {
    player?.close();
    player = null;
    audio = null;
  };
  const openConductor = (): void => {
    conductor = createConductor({
      clock: { rate, now: reading, realMs: time.now },
      send: (desired) => {
        sent.push(desired);
        const to = player;
        time.after(2, () => to !== null && to === player && to.desire(desired));
      },
      record: (make) => time.after(1, () => session !== null && append(make(session, reading()))),
      reload: () => {
        reloads += 1;
        closePlayer();
        time.after(400, openPlayer);
      },
    });
  };

  openConductor();
  openPlayer();
  let before = reading();
  time.every(250, () => {
    if (session === null || conductor === null) return;
    append(tick(session, protocol, before, reading()));
    before = reading();
    conductor.tick();
  });
  say({
    type: 'created',
    patientId: null,
    courseId: null,
    infusionNumber: null,
    plannedInfusions: null,
    practice: true,
    protocolHash: 'p',
    musicHash: 'm',
    plannedMs: 3_000_000,
    room: 'r',
    timeZone: 'UTC',
  });
  say({ type: 'preChecksBegun' });

  const look = (): Sample => ({
    at: time.now(),
    tracks: [...(audio?.volumes ?? [])].map(([playId, volume]) => ({
      file: audio?.fileOf(playId) ?? '',
      volume,
      positionMs: audio?.positionMs(playId) ?? 0,
    })),
  });
  const hear = (ms: number): readonly Sample[] => {
    const samples: Sample[] = [];
    for (let left = ms; left > 0; left -= 50) {
      time.passNow(Math.min(50, left));
      samples.push(look());
    }
    return samples;
  };
  return {
    time,
    get conductor() {
      return conductor!;
    },
    events,
    sent,
    bodies: <T extends SessionBody['type']>(type: T) =>
      events.map(({ body }) => body).filter((body): body is Extract<SessionBody, { type: T }> => body.type === type),
    session: () => session!,
    protocol,
    say,
    hear,
    sleep: (ms, told) => {
      if (told) conductor?.asleep();
      const before = told ? hear(600) : [];
      sleptMs += ms;
      if (told) conductor?.awake();
      return before;
    },
    crash: () => {
      closePlayer();
      conductor?.gone();
    },
    mute: (quiet) => {
      muted = quiet;
    },
    restartApp: (awayMs) => {
      closePlayer();
      conductor = null;
      const heartbeat = reading();
      time.passNow(awayMs);
      before = reading();
      openConductor();
      append(restart(session!, protocol, heartbeat, reading()));
      time.after(700, openPlayer);
    },
    reloads: () => reloads,
  };
}

/** Stretches of one file sounding, in order: [file, from, to], ms. */
export function stretches(samples: readonly Sample[]): readonly (readonly [string, number, number])[] {
  const open = new Map<string, number>();
  const done: [string, number, number][] = [];
  for (const { at, tracks } of samples) {
    const sounding = new Set(tracks.filter(({ volume }) => volume > 0).map(({ file }) => file));
    for (const [file, from] of open) {
      if (sounding.has(file)) continue;
      open.delete(file);
      done.push([file, from, at]);
    }
    for (const file of sounding) if (!open.has(file)) open.set(file, at);
  }
  const end = samples.at(-1)?.at ?? 0;
  for (const [file, from] of open) done.push([file, from, end]);
  return done.toSorted((a, b) => a[1] - b[1]);
}

/** Power of all that sounds. */
export function powerOf(sample: Sample): number {
  return sample.tracks.reduce((sum, { volume }) => sum + volume ** 2, 0);
}
