import { describe, expect, it } from 'vitest';
import { IntakeStore } from '../../../renderer/patient/intake-store.ts';
import { leaveWatched } from '../../../renderer/patient/leave-watched.ts';
import type { Heard } from '../../../renderer/patient/listening.ts';
import {
  ASK_AFTER_MS,
  createPresence,
  REST_AFTER_MS,
  SETTLE_MS,
  type Presence,
} from '../../../renderer/patient/presence.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { inPageIntake } from '../../helpers/in-page/intake.ts';

function setUp() {
  const time = fakeTime();
  const presence = createPresence(time.after);
  const seen: Presence[] = [];
  presence.subscribe(() => seen.push(presence.get()));
  return { time, presence, seen };
}

describe('who is before the screen', () => {
  it('is asked after three minutes without a touch, and left alone after a fourth', () => {
    const { time, presence, seen } = setUp();
    presence.watch(true);
    time.passNow(ASK_AFTER_MS - 1);
    presence.touched();
    time.passNow(ASK_AFTER_MS - 1);
    expect(seen).toEqual([]);
    time.passNow(1);
    expect(seen).toEqual(['asked']);
    time.passNow(REST_AFTER_MS);
    expect(seen).toEqual(['asked', 'away']);
    time.passNow(60 * 60_000);
    expect(seen).toHaveLength(2);
  });

  it('comes back by saying so and by nothing else, and is asked again when they leave again', () => {
    const { time, presence, seen } = setUp();
    presence.watch(true);
    time.passNow(ASK_AFTER_MS);
    presence.touched();
    expect(presence.get()).toBe('asked');
    presence.wake();
    // A second tap of the same finger lands on nothing.
    expect(presence.get()).toBe('back');
    presence.wake();
    time.passNow(SETTLE_MS);
    expect(presence.get()).toBe('here');
    time.passNow(ASK_AFTER_MS + REST_AFTER_MS);
    presence.wake();
    time.passNow(SETTLE_MS);
    expect(seen).toEqual(['asked', 'back', 'here', 'asked', 'away', 'back', 'here']);
  });

  it('is not asked where there is nothing to leave, and has the whole time once there is', () => {
    const { time, presence, seen } = setUp();
    time.passNow(ASK_AFTER_MS * 2);
    presence.watch(true);
    time.passNow(ASK_AFTER_MS - 1);
    presence.watch(false);
    time.passNow(ASK_AFTER_MS);
    presence.watch(true);
    time.passNow(ASK_AFTER_MS - 1);
    expect(seen).toEqual([]);
    time.passNow(1);
    // Staff took the screen back meanwhile.
    presence.watch(false);
    expect(seen).toEqual(['asked', 'here']);
    expect(time.waiting()).toBe(0);
  });
});

describe('a patient who walks away from their questions', () => {
  async function atQuestions() {
    const { time, presence } = setUp();
    const main = inPageIntake({ sets: [] });
    const store = new IntakeStore({
      ...{ main, after: time.after },
      memory: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    });
    let heard: Heard = { key: null, silent: false };
    let stops = 0;
    const listeners = new Set<() => void>();
    const listening = {
      ...{ play: () => undefined, setLevel: () => undefined, setMissed: () => undefined, hear: () => undefined },
      stop: () => void (stops += 1),
      get: () => heard,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const hear = (next: Heard): void => {
      heard = next;
      for (const listener of listeners) listener();
    };
    leaveWatched({ store, listening, presence });
    await store.read();
    return { time, presence, main, store, hear, stops: () => stops };
  }

  it('finds what they typed kept, and all of it where it was', async () => {
    const { time, presence, main, store, stops } = await atQuestions();
    store.revise('avoid');
    store.change({ noVoices: true });
    await time.pass(ASK_AFTER_MS);
    expect(main.kept.at(-1)).toMatchObject({ noVoices: true });
    expect(stops()).toBe(1);
    await time.pass(REST_AFTER_MS);
    expect(presence.get()).toBe('away');
    expect(store.get().asking).toMatchObject({ step: 'avoid', backTo: 'summary', choice: { noVoices: true } });
    await store.finish();
    expect(presence.get()).toBe('here');
  });

  it('who listens has not left; headphones that are silent are no listening', async () => {
    const { time, presence, hear } = await atQuestions();
    hear({ key: 'shoreline', silent: false });
    await time.pass(ASK_AFTER_MS * 3);
    expect(presence.get()).toBe('here');
    hear({ key: null, silent: false });
    await time.pass(ASK_AFTER_MS - 1);
    expect(presence.get()).toBe('here');
    await time.pass(1);
    expect(presence.get()).toBe('asked');
    presence.wake();
    hear({ key: 'shoreline', silent: true });
    await time.pass(SETTLE_MS + ASK_AFTER_MS);
    expect(presence.get()).toBe('asked');
  });
});
