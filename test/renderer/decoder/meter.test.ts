import { afterEach, expect, it, vi } from 'vitest';
import { openMeter } from '../../../renderer/decoder/meter.ts';
import type { FromMeter, Handed, ToMeter } from '../../../renderer/decoder/meter-messages.ts';

/** The thread, answering only when it is told to. */
class Thread extends EventTarget {
  static last: Thread;
  readonly asked: ToMeter[] = [];
  isEnded = false;
  constructor() {
    super();
    Thread.last = this;
  }
  postMessage(message: ToMeter): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: FromMeter): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  /** Has measured the stretch that was sent as the one of this number. */
  take(sent: number): Handed {
    const message = this.asked[sent];
    if (message?.kind !== 'stretch') throw new Error('No stretch was sent');
    this.answer({ kind: 'taken', handed: message.handed });
    return message.handed;
  }
}

const stretch = { rate: 8000, channels: [new Float32Array([0.5, 0.25])] };
const measured = { loudnessLufs: -23, truePeakDb: -20, durationMs: 1000, silenceStartMs: 0, silenceEndMs: 0 };

function opened() {
  vi.stubGlobal('Worker', Thread);
  return { meter: openMeter(), thread: Thread.last };
}
afterEach(() => vi.unstubAllGlobals());

/** Whether it is over once everything that can happen by itself has happened. */
async function isOver(work: Promise<unknown>): Promise<boolean> {
  let over = false;
  void work.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  return over;
}

it('hands copies on, three ahead of the thread and no more', async () => {
  const { meter, thread } = opened();
  for (let sent = 0; sent < 3; sent += 1) await meter.push(stretch);
  const fourth = meter.push(stretch);
  expect(await isOver(fourth)).toBe(false);
  expect(thread.asked).toHaveLength(3);
  expect(thread.asked[0]).toEqual({ kind: 'stretch', rate: 8000, handed: { channels: stretch.channels, length: 2 } });
  thread.take(0);
  expect(await isOver(fourth)).toBe(true);
  expect(thread.asked).toHaveLength(4);
});

it('fills the arrays that come back, where they are long enough', async () => {
  const { meter, thread } = opened();
  const send = async (channel: Float32Array): Promise<Handed> => {
    await meter.push({ rate: 8000, channels: [channel] });
    return thread.take(thread.asked.length - 1);
  };
  const first = await send(new Float32Array([0.5, 0.25]));
  expect(first.channels[0]).not.toBe(stretch.channels[0]);
  const second = await send(new Float32Array([0.75]));
  expect(second.channels[0]).toBe(first.channels[0]);
  expect([second.length, second.channels[0]?.[0]]).toEqual([1, 0.75]);
  const longer = await send(new Float32Array([0.1, 0.2, 0.3]));
  expect([longer.length, longer.channels[0]?.length]).toEqual([3, 3]);
});

it('tells the result once everything before it was taken', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  const result = meter.result();
  expect(thread.asked.map(({ kind }) => kind)).toEqual(['stretch', 'end']);
  thread.take(0);
  expect(await isOver(result)).toBe(false);
  thread.answer({ kind: 'measured', measured });
  expect(await result).toEqual(measured);
});

it('what is given up leaves nothing to the next sound', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  meter.drop();
  const result = meter.result();
  thread.take(0);
  thread.answer({ kind: 'measured', measured });
  expect(await isOver(result)).toBe(false);
  thread.answer({ kind: 'measured', measured: null });
  expect(await result).toBeNull();
});

it('says so where the thread dies, to whoever waits and whoever comes later', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  const result = meter.result();
  thread.dispatchEvent(new Event('error'));
  await expect(result).rejects.toThrow('has died');
  await expect(meter.push(stretch)).rejects.toThrow('has died');
});

it('goes on with the next sound in another thread', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  thread.dispatchEvent(new Event('error'));
  meter.drop();
  expect(thread.isEnded).toBe(true);
  const another = Thread.last;
  await meter.push(stretch);
  another.take(0);
  const result = meter.result();
  another.answer({ kind: 'measured', measured });
  expect(await result).toEqual(measured);
});
