import { describe, expect, it } from 'vitest';
import { fullPace, ordinaryPace } from '../../../electron/lights/hue/hue-link.ts';
import { createPacing, type Lane, type Pace } from '../../../electron/lights/pacing.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import type { Outcome } from '../../../electron/lights/port.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { sent } from './fixtures.ts';

const superseded: Outcome = { kind: 'failed', code: 'superseded' };

/** Commands to a bridge that takes `takesMs` for each; null is for ever. */
function setUp(pace: Pace, takesMs: (lampId: string) => number | null = () => 20, says = () => 'the same') {
  const time = fakeTime();
  const started: [string, number][] = [];
  let under = 0;
  let most = 0;
  const pacing = createPacing(time, pace);
  const send = (
    lampId: string,
    lane: Lane = 'lamp',
    signal = new AbortController().signal,
  ): Promise<Outcome | string> =>
    pacing
      .send({
        lampId,
        lane,
        says: says(),
        signal,
        run: (until) =>
          new Promise((resolve, reject) => {
            started.push([lampId, time.now()]);
            most = Math.max(most, (under += 1));
            const over = (end: () => void) => (): void => {
              under -= 1;
              end();
            };
            const takes = takesMs(lampId);
            const cancel =
              takes === null
                ? () => undefined
                : time.after(
                    takes,
                    over(() => resolve(sent)),
                  );
            until.addEventListener('abort', () => {
              cancel();
              over(() => reject(new LightError('superseded')))();
            });
          }),
      })
      .catch((problem: LightError) => problem.code);
  return { time, started, pacing, send, most: () => most };
}

describe('the ordinary pace', () => {
  it('is ten lights a second, in the order in which they were asked', async () => {
    const { time, started, send } = setUp(ordinaryPace);
    const all = ['a', 'b', 'c', 'd'].map((lamp) => send(lamp));
    await time.pass(1_000);
    expect(started).toEqual([
      ['a', 0],
      ['b', 100],
      ['c', 200],
      ['d', 300],
    ]);
    expect(await Promise.all(all)).toEqual([sent, sent, sent, sent]);
    expect(time.waiting()).toBe(0);
  });

  it('is one group a second, and no light waits for a group', async () => {
    const { time, started, send } = setUp(ordinaryPace);
    const all = [send('room', 'group'), send('zone', 'group'), send('lamp')];
    await time.pass(1_500);
    expect(started).toEqual([
      ['room', 0],
      ['lamp', 0],
      ['zone', 1_000],
    ]);
    await Promise.all(all);
  });

  it('leaves a slow bridge no more than two at once', async () => {
    const { time, send, most } = setUp(ordinaryPace, () => 490);
    const all = ['a', 'b', 'c', 'd', 'e'].map((lamp) => send(lamp));
    await time.pass(5_000);
    expect(await Promise.all(all)).toEqual([sent, sent, sent, sent, sent]);
    expect(most()).toBe(2);
  });

  it('carries out only the newest command for a lamp', async () => {
    const { time, started, send } = setUp(ordinaryPace);
    const first = send('a');
    const older = send('b');
    const newer = send('b');
    await time.pass(1_000);
    expect(await Promise.all([first, older, newer])).toEqual([sent, superseded, sent]);
    expect(started.map(([lamp]) => lamp)).toEqual(['a', 'b']);
  });

  it('forgets what was given up before its turn', async () => {
    const { time, started, send } = setUp(ordinaryPace);
    const giveUp = new AbortController();
    const all = [send('a'), send('b', 'lamp', giveUp.signal), send('c')];
    giveUp.abort();
    await time.pass(1_000);
    expect(await Promise.all(all)).toEqual([sent, superseded, sent]);
    expect(started).toEqual([
      ['a', 0],
      ['c', 100],
    ]);
  });

  it('goes on past commands that hang', async () => {
    const { time, started, pacing, send } = setUp(ordinaryPace, (lamp) => (lamp.startsWith('dead') ? null : 20));
    void send('dead 1');
    void send('dead 2');
    const alive = send('a');
    await time.pass(600);
    expect([await alive, started.at(-1)]).toEqual([sent, ['a', 500]]);
    pacing.drop();
  });

  it('forgets commands that hang and are given up', async () => {
    const { time, send } = setUp(ordinaryPace, (lamp) => (lamp.startsWith('dead') ? null : 20));
    const giveUp = new AbortController();
    const all = [send('dead 1', 'lamp', giveUp.signal), send('dead 2', 'lamp', giveUp.signal), send('a')];
    await time.pass(3_000);
    giveUp.abort();
    await time.pass(100);
    expect(await Promise.all(all)).toEqual([superseded, superseded, sent]);
    expect(time.waiting()).toBe(0);
  });

  it('rests for a second where the bridge says that it has too much to do', async () => {
    const time = fakeTime();
    const pacing = createPacing(time, ordinaryPace);
    const started: number[] = [];
    const send = (lampId: string): Promise<Outcome> =>
      pacing.send({
        lampId,
        lane: 'lamp',
        says: '',
        signal: new AbortController().signal,
        run: async () => {
          started.push(time.now());
          if (lampId === 'first') throw new LightError('busy');
          return sent;
        },
      });
    const refused = send('first').catch((problem: LightError) => problem.code);
    const next = send('next');
    await time.pass(2_000);
    expect([await refused, await next, started]).toEqual(['busy', sent, [0, 1_000]]);
  });
});

describe('dropping', () => {
  it('ends what waits and aborts what is under way', async () => {
    const { time, started, pacing, send } = setUp(ordinaryPace, () => null);
    const all = ['a', 'b', 'c', 'd'].map((lamp) => send(lamp));
    await time.pass(150);
    pacing.drop();
    expect(await Promise.all(all)).toEqual([superseded, superseded, superseded, superseded]);
    await time.pass(5_000);
    expect(started.map(([lamp]) => lamp)).toEqual(['a', 'b']);
    expect(time.waiting()).toBe(0);
  });
});

describe('the pace of the emergency', () => {
  it('is that of the bridge: three at once, twenty lamps in seven answers', async () => {
    const { time, send, most } = setUp(fullPace, () => 30);
    const all = Array.from({ length: 20 }, (_, index) => send(`lamp ${index}`, index < 4 ? 'group' : 'lamp'));
    await time.pass(7 * 30);
    expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, () => sent));
    expect(most()).toBe(3);
  });

  it('passes ten lamps that are silent to reach ten that answer', async () => {
    const { time, pacing, send } = setUp(fullPace, (lamp) => (lamp.startsWith('dead') ? null : 20));
    for (let lamp = 0; lamp < 10; lamp += 1) void send(`dead ${lamp}`);
    const alive = Array.from({ length: 10 }, (_, lamp) => send(`alive ${lamp}`));
    await time.pass(400);
    expect(await Promise.all(alive)).toEqual(Array.from({ length: 10 }, () => sent));
    pacing.drop();
    expect(time.waiting()).toBe(0);
  });

  it('lets a command that has its turn be heard to the end, for the next try of its caller', async () => {
    const { time, started, send } = setUp(fullPace, () => 300);
    const giveUp = new AbortController();
    void send('a', 'lamp', giveUp.signal);
    await time.pass(250);
    giveUp.abort();
    const again = send('a');
    await time.pass(50);
    expect([await again, started, time.waiting()]).toEqual([sent, [['a', 0]], 0]);
  });

  it('leaves what says something else', async () => {
    let number = 0;
    const { time, started, send } = setUp(
      fullPace,
      () => 300,
      () => `${(number += 1)}`,
    );
    const older = send('a');
    await time.pass(100);
    const newer = send('a');
    await time.pass(300);
    expect([await older, await newer]).toEqual([superseded, sent]);
    expect(started).toEqual([
      ['a', 0],
      ['a', 100],
    ]);
  });
});
