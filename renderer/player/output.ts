import {
  isMissed,
  maySound,
  nextOutput,
  realOutputs,
  sinkOf,
  type OutputDevice,
  type OutputInput,
  type OutputState,
} from '../../shared/music/output.ts';
import type { OutputOrder, OutputSeen } from '../../shared/ipc/output.ts';
import { isOver, levelAt, still, turn, type Ramp } from './ramp.ts';
import { setSink, type SinkElement } from './sink.ts';

/** One sound of a window: its element, and what sets the element's volume (0 to 1, already under the cap). */
export interface Voice {
  readonly node: SinkElement;
  readonly apply: (volume: number) => void;
}

export interface OutputDeps {
  /** All outputs the browser lists; may fail, or never answer. */
  readonly list: () => Promise<readonly OutputDevice[]>;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Calls every `ms` until the returned function is called. */
  readonly every: (ms: number, call: () => void) => () => void;
  /** Whether the headphones count as gone because they were paused on themselves; where it is left out they never do. */
  readonly paused?: () => boolean;
  /** Hears every change of what was seen. */
  readonly tell: (seen: OutputSeen) => void;
}

/**
 * The one way from a window to the ear: an element that sounds is on the chosen headphones or muted, and none is louder
 * than the cap. For each sound: `take` it, await `ready` before `play()`, set its volume by `level` alone, `drop` it at
 * the end. Until the first order nothing sounds.
 */
export interface Output {
  /** Takes an element over; it is muted until `ready` has put it where it may sound. */
  readonly take: (voice: Voice) => void;
  /** Resolves when the element is on the headphones, or stays muted because it may not sound. Never rejects. */
  readonly ready: (voice: Voice) => Promise<void>;
  /** How loud it should be, 0 to 1 of what these headphones may play. */
  readonly level: (voice: Voice, level: number) => void;
  readonly drop: (voice: Voice) => void;
  /** Where to play from now on, and the cap. */
  readonly follow: (order: OutputOrder) => void;
  /** Looks at the devices at once instead of at the next turn. */
  readonly look: () => void;
  readonly seen: () => OutputSeen;
  readonly close: () => void;
}

/**
 * How often the devices are looked at, ms: where a system moves sound to another one by itself, the browser tells of
 * nothing. While headphones sound, so often that little of it is heard in the room; a look takes about 4 ms.
 */
export const LOOK_MS = 200;
const IDLE_LOOK_MS = 1_000;
const FINE_MS = 25;
/** Ways of the level, ms: first sound; away from an output that is still there; up on another one; up after headphones were missed. */
const FIRST_MS = 300;
const LEAVE_MS = 800;
const RISE_MS = 6_000;
export const RETURN_MS = 10_000;
/** To another cap, ms. */
const CAP_MS = 1_500;

/** @see Output */
export function createOutput({ list, now, every, paused, tell }: OutputDeps): Output {
  /** What each is to be at, 0 to 1. */
  const voices = new Map<Voice, number>();
  let order: OutputOrder | null = null;
  /** Other headphones, chosen while the music is still on its way down on these. */
  let pending: OutputOrder | null = null;
  let state: OutputState = { kind: 'waiting', since: now() };
  let devices: readonly OutputDevice[] = [];
  /** What multiplies every level: whether sound may go out at all, and the cap. */
  let gate: Ramp = still(0, now());
  let cap: Ramp = still(0, now());
  let riseMs = FIRST_MS;
  let open = false;
  /** The headphones are listed and let no sound in: held by another program, or half connected. */
  let refused = false;
  /** Counts changes of where sound may go: what was begun for an earlier one unmutes nothing any more. */
  let turns = 0;
  let looking = false;
  let lookedAt = -Infinity;
  let stopFine: (() => void) | null = null;
  let told = '';

  const seen = (): OutputSeen => ({
    state: refused ? 'lost' : state.kind,
    deviceId: state.kind === 'present' && !refused ? state.deviceId : null,
    ...(paused?.() === true ? { paused: true as const } : {}),
    devices: [...realOutputs(devices)],
  });

  const report = (): void => {
    const text = JSON.stringify(seen());
    if (text === told) return;
    told = text;
    tell(seen());
  };

  const settle = (): void => {
    const at = now();
    if (pending !== null && isOver(gate, at)) take(pending);
    const share = levelAt(gate, at) * levelAt(cap, at);
    for (const [voice, level] of voices) voice.apply(level * share);
    const moves = pending !== null || !isOver(gate, at) || !isOver(cap, at);
    if (moves) stopFine ??= every(FINE_MS, settle);
    else if (stopFine !== null) {
      stopFine();
      stopFine = null;
    }
  };

  /** Puts an element where sound may go, and lets it be heard if it still may when it is there. */
  const place = async (voice: Voice): Promise<void> => {
    const mine = turns;
    if (!open) return;
    const put = await setSink(voice.node, sinkOf(state));
    if (mine !== turns || !voices.has(voice)) return;
    voice.node.muted = !put;
    if (put) return;
    // All of it, and the next look tries again.
    refused = true;
    riseMs = RETURN_MS;
    leave();
    report();
  };

  const arrive = async (): Promise<void> => {
    const mine = (turns += 1);
    open = true;
    await Promise.all([...voices.keys()].map(place));
    if (mine !== turns) return;
    refused = false;
    gate = turn(gate, now(), 1, riseMs, 'smooth');
    riseMs = FIRST_MS;
    settle();
    report();
  };

  const sounds = (): boolean => open && [...voices.values()].some((level) => level > 0);

  /** Not a fade: what is heard now is heard in the room. */
  function leave(): void {
    turns += 1;
    open = false;
    for (const { node } of voices.keys()) node.muted = true;
    gate = still(0, now());
    settle();
    // A system that moved the sound leaves the element's own output as it was: asked for the same one again it does nothing.
    for (const { node } of voices.keys()) void setSink(node, '');
  }

  const fold = (input: OutputInput): void => {
    const before = state;
    state = nextOutput(state, order?.chosen ?? null, input, now());
    if (isMissed(state)) riseMs = RETURN_MS;
    if (!maySound(state) || sinkOf(before) !== sinkOf(state)) if (open) leave();
    if (!maySound(state)) refused = false;
    else if (!open) void arrive();
    report();
  };

  const look = (): void => {
    if (order === null) return;
    lookedAt = now();
    // One that hangs counts as one that failed, again and again until it answers.
    if (looking) return fold({ kind: 'looked', devices: null });
    looking = true;
    const asked = order;
    void list()
      .then(
        (listed) => {
          devices = listed;
          if (asked === order) fold({ kind: 'looked', devices: listed });
        },
        () => fold({ kind: 'looked', devices: null }),
      )
      .finally(() => {
        looking = false;
      });
  };

  function take(next: OutputOrder): void {
    pending = null;
    order = next;
    fold({ kind: 'chosen' });
    look();
  }

  const follow = (next: OutputOrder): void => {
    cap = order === null ? still(next.cap, now()) : turn(cap, now(), next.cap, sounds() ? CAP_MS : 0, 'smooth');
    if (order !== null && isSame(next, order, state)) {
      order = next;
      if (pending !== null) gate = turn(gate, now(), 1, riseMs, 'smooth');
      pending = null;
    } else if (sounds()) {
      pending = next;
      riseMs = RISE_MS;
      gate = turn(gate, now(), 0, LEAVE_MS, 'smooth');
    } else take(next);
    settle();
  };

  const stopLook = every(LOOK_MS, () => {
    const watched = order?.chosen != null && (sounds() || isMissed(state));
    if (watched || now() - lookedAt >= IDLE_LOOK_MS) look();
  });
  return {
    take: (voice) => {
      voice.node.muted = true;
      voices.set(voice, 0);
      voice.apply(0);
    },
    ready: place,
    level: (voice, level) => {
      if (!voices.has(voice)) return;
      voices.set(voice, Math.min(1, Math.max(0, level)));
      settle();
    },
    drop: (voice) => {
      voice.node.muted = true;
      voices.delete(voice);
    },
    follow,
    look,
    seen,
    close: () => {
      stopLook();
      stopFine?.();
      turns += 1;
      open = false;
      for (const { node } of voices.keys()) node.muted = true;
      voices.clear();
    },
  };
}

/** The same headphones, perhaps by the id under which they were found meanwhile. */
function isSame(next: OutputOrder, before: OutputOrder, state: OutputState): boolean {
  if (next.chosen === null || before.chosen === null) return next.chosen === before.chosen;
  const known = [before.chosen.deviceId, sinkOf(state)];
  return next.chosen.label === before.chosen.label && known.includes(next.chosen.deviceId);
}
