import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { PushData } from '../../shared/ipc/contract.ts';
import { callsSince } from '../../shared/practice/calls.ts';
import { lifeMs } from '../../shared/session/life.ts';
import type { Clock } from './clock.ts';
import type { Room } from './room.ts';
import type { SessionRunner } from './runner.ts';

/** The time of the session in the room: the real one, or a practice's own. */
export interface LiveTime {
  /** `realMs`: real time from any beginning, whatever the pace. */
  readonly clock: Pick<Clock, 'rate' | 'now'> & { readonly realMs: () => number };
  readonly told: () => PushData<'clock'>;
  /** Tells the windows. */
  readonly tell: () => void;
  /** Another session may have come into the room: its time is told at once. */
  readonly follow: () => void;
  /** Another pace for a practice session. */
  readonly setPace: (sessionId: string, pace: number) => Promise<Answer<Record<string, never>>>;
  /** A practice that runs fast goes at the real pace again when something comes up for the nurse. */
  readonly look: () => void;
}

/** How far a session has come, and how much of it is on disk. */
export function comeTo({ session, ahead }: SessionRunner): { sessionId: string; seq: number; saved: number } {
  return { sessionId: session.sessionId, seq: ahead.seq, saved: session.seq };
}

export function createLiveTime(room: Room, real: Clock, push: (data: PushData<'clock'>) => void): LiveTime {
  let followed: Clock = real;
  let looked: { readonly sessionId: string; readonly lifeMs: number } | null = null;
  const current = (): Clock => room.live?.clock ?? real;
  const told = (): PushData<'clock'> => {
    const { live } = room;
    return { clock: current().now(), rate: current().rate, live: live === null ? null : comeTo(live) };
  };
  const tell = (): void => push(told());

  const setPace: LiveTime['setPace'] = async (sessionId, pace) => {
    const runner = await room.runner(sessionId);
    if (!runner.ok) return runner;
    const paced = room.pacedClockOf(sessionId);
    if (paced === null) return failure('refused', 'practice.only');
    // The time so far is looked at under the old pace: under the new one it would seem to come late.
    runner.data.tick();
    await runner.data.settled();
    paced.setPace(pace);
    tell();
    return success({});
  };

  return {
    clock: {
      get rate() {
        return current().rate;
      },
      now: () => current().now(),
      realMs: () => performance.now(),
    },
    told,
    tell,
    follow: () => {
      if (followed === current()) return;
      followed = current();
      tell();
    },
    setPace,
    look: () => {
      const { live } = room;
      const before = looked;
      looked = null;
      if (live === null || room.pacedClockOf(live.session.sessionId) === null || live.clock.rate === real.rate) return;
      const now = live.clock.now();
      const { sessionId } = live.session;
      looked = { sessionId, lifeMs: lifeMs(live.ahead, now) };
      if (before?.sessionId === sessionId && callsSince(live.ahead, live.protocol, before.lifeMs, now))
        void setPace(sessionId, 1);
    },
  };
}
