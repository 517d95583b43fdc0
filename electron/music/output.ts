import { calibrated, newHeadphones, shareFor, type Headphones, type Readings } from '../../shared/music/hearing.ts';
import { noneWished } from '../../shared/intake/wish.ts';
import { isMissed, maySound, type ChosenOutput } from '../../shared/music/output.ts';
import type { OutputOrder, OutputSeen, OutputView } from '../../shared/ipc/output.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { Author, NewSessionEvent } from '../../shared/session/event.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import type { Session } from '../../shared/session/state.ts';
import { holdsRoom } from '../session/room.ts';
import type { SessionRunner } from '../session/runner.ts';
import type { OutputSettings } from '../settings.ts';

/** A session as far as this is concerned. */
export type Heard = Pick<SessionRunner, 'ahead' | 'observe'>;

export interface OutputParts {
  readonly settings: { readonly output: () => OutputSettings; readonly setOutput: (output: OutputSettings) => void };
  /** To every window that sounds. */
  readonly send: (order: OutputOrder) => void;
  /** To the nurse's window. */
  readonly show: (view: OutputView) => void;
}

/** Main's side of where the music is heard: keeps the choice, tells the windows that sound, and makes facts of what is missed. */
export interface OutputKeeper {
  readonly order: () => OutputOrder;
  readonly view: () => OutputView;
  /** What the player saw. */
  readonly seen: (seen: OutputSeen) => void;
  readonly choose: (chosen: ChosenOutput | null, author: Author) => Promise<void>;
  /** Keeps how loud these headphones may be, 0 to 1; in a session that hears them it is a fact of the record. */
  readonly setCap: (label: string, cap: number, author: Author) => Promise<void>;
  /** How full these headphones are by what the system tells, percent; null where it does not. */
  readonly charged: (label: string, percent: number | null) => void;
  /** Keeps what was measured of headphones; false where the readings do not agree. */
  readonly calibrate: (label: string, readings: Readings, capDbA: number, at: number, author: Author) => boolean;
  /** The session that holds the room, or may; after each of its events. */
  readonly follow: (live: Heard | null) => void;
  /** The player's window is gone: what it last saw is not known to be so. */
  readonly playerGone: () => void;
}

const unseen: OutputSeen = { state: 'waiting', deviceId: null, devices: [] };

/** @see OutputKeeper */
export function createOutputKeeper({ settings, send, show }: OutputParts): OutputKeeper {
  let last = unseen;
  let live: Heard | null = null;
  let noting = false;
  /** Label of wireless headphones that were paused on themselves: known here, since the player's window may be loaded anew. */
  let paused: string | null = null;
  let charge: { readonly label: string; readonly percent: number | null } | null = null;

  const known = (label: string): Headphones =>
    settings.output().headphones.find((one) => one.label === label) ?? newHeadphones(label);
  const headphones = (): Headphones | null => {
    const { chosen } = settings.output();
    return chosen === null ? null : known(chosen.label);
  };
  const order = (): OutputOrder => {
    const { chosen } = settings.output();
    const device = chosen === null ? null : { deviceId: chosen.deviceId, label: chosen.label };
    const wireless = chosen?.connection === 'wireless' ? { wireless: true as const } : {};
    const isPaused = chosen !== null && chosen.label === paused ? { paused: true as const } : {};
    return { chosen: device, cap: headphones()?.cap ?? 1, ...wireless, ...isPaused };
  };
  const view = (): OutputView => {
    const { state, devices } = last;
    const { chosen } = settings.output();
    // What was told of headphones that have gone since says nothing of them when they are back.
    const isTold = chosen?.connection === 'wireless' && state === 'present' && charge?.label === chosen.label;
    return { state, chosen, headphones: headphones(), charge: isTold ? (charge?.percent ?? null) : null, devices };
  };

  const keep = (changed: Headphones): void => {
    const { chosen, headphones: all } = settings.output();
    settings.setOutput({ chosen, headphones: [...all.filter(({ label }) => label !== changed.label), changed] });
    send(order());
    show(view());
  };

  const capped = async (changed: Headphones, author: Author): Promise<void> => {
    const { label, cap } = changed;
    const isHeard = settings.output().chosen?.label === label && known(label).cap !== cap;
    keep(changed);
    if (isHeard)
      await live?.observe((session, now) => [newEvent(session, { type: 'capSet', label, cap }, author, now)]);
  };

  /** What the record does not know yet of where the music is heard. */
  const news = (session: Session): SessionBody | null => {
    const label = settings.output().chosen?.label ?? '';
    if (!holdsRoom(session)) return null;
    const { away, outputLost } = session.music;
    // Who is up has taken them off, and who hears nothing of ours needs none.
    const listens = !away && noneWished(session.intake.choice) === null;
    if (isMissed({ kind: last.state }) && !outputLost && listens)
      return { type: 'outputLost', label, ...(last.paused === true ? { paused: true } : {}) };
    if (maySound({ kind: last.state }) && outputLost) return { type: 'outputReturned', label };
    return null;
  };
  const note = (): void => {
    const tried = live === null ? null : news(live.ahead);
    if (live === null || tried === null || noting) return;
    noting = true;
    void live
      .observe((session, now) => listed(news(session), (body) => newEvent(session, body, APP, now)))
      .finally(() => {
        noting = false;
        // The opposite may have come about meanwhile. The same again would be tried for ever.
        if (live !== null && news(live.ahead)?.type !== tried.type) note();
      });
  };

  /** The app was away while they were paused: its record knows. */
  const recall = ({ ahead }: Heard): void => {
    const { chosen } = settings.output();
    if (last !== unseen || chosen === null || ahead.music.outputPaused !== chosen.label) return;
    paused = chosen.label;
    send(order());
  };

  return {
    order,
    view,
    seen: (seen) => {
      last = seen;
      if (!maySound({ kind: seen.state })) charge = null;
      const { chosen, headphones: all } = settings.output();
      // One that was loaded anew has not looked yet.
      if (seen.state !== 'waiting') paused = seen.paused === true ? (chosen?.label ?? null) : null;
      // Found by their label, under another id than before: the id is the better name from now on.
      if (chosen !== null && seen.deviceId !== null && seen.deviceId !== chosen.deviceId) {
        settings.setOutput({ chosen: { ...chosen, deviceId: seen.deviceId }, headphones: all });
        send(order());
      }
      show(view());
      note();
    },
    choose: async (chosen, author) => {
      const { headphones: all } = settings.output();
      paused = null;
      const isNew = chosen !== null && all.every(({ label }) => label !== chosen.label);
      settings.setOutput({ chosen, headphones: isNew ? [...all, newHeadphones(chosen.label)] : all });
      send(order());
      show(view());
      const label = chosen?.label ?? null;
      await live?.observe((session, now) => [newEvent(session, { type: 'outputChosen', label }, author, now)]);
    },
    charged: (label, percent) => {
      if (charge?.label === label && charge.percent === percent) return;
      charge = { label, percent };
      show(view());
    },
    setCap: (label, cap, author) => capped({ ...known(label), cap }, author),
    calibrate: (label, readings, capDbA, at, author) => {
      const before = known(label);
      const fullDbA = calibrated(readings, before.cap);
      if (fullDbA === null) return false;
      void capped({ ...before, fullDbA, calibratedAt: at, cap: shareFor(fullDbA, capDbA) }, author);
      return true;
    },
    follow: (next) => {
      const isNew = live === null && next !== null;
      live = next;
      if (isNew) recall(next);
      note();
    },
    playerGone: () => {
      last = { ...unseen, devices: last.devices };
      show(view());
    },
  };
}

function listed(body: SessionBody | null, make: (body: SessionBody) => NewSessionEvent): readonly NewSessionEvent[] {
  return body === null ? [] : [make(body)];
}
