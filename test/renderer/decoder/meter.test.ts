import { afterEach, expect, it, vi } from 'vitest';
import { openMeter } from '../../../renderer/decoder/meter.ts';
import type { FromMeter, ToMeter } from '../../../renderer/decoder/meter-messages.ts';

/** The thread, answering only when it is told to. */
class Thread extends EventTarget {
  static last: Thread;
  readonly asked: ToMeter[] = [];
  constructor() {
    super();
    Thread.last = this;
  }
  postMessage(message: ToMeter): void {
    this.asked.push(message);
  }
  answer(data: FromMeter): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
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
  expect(thread.asked[0]).toEqual({ kind: 'stretch', ...stretch });
  expect(thread.asked[0]?.kind === 'stretch' && thread.asked[0].channels[0]).not.toBe(stretch.channels[0]);
  thread.answer({ kind: 'taken' });
  expect(await isOver(fourth)).toBe(true);
  expect(thread.asked).toHaveLength(4);
});

it('tells the result once everything before it was taken', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  const result = meter.result();
  expect(thread.asked.map(({ kind }) => kind)).toEqual(['stretch', 'end']);
  thread.answer({ kind: 'taken' });
  expect(await isOver(result)).toBe(false);
  thread.answer({ kind: 'measured', measured });
  expect(await result).toEqual(measured);
});

it('what is given up leaves nothing to the next sound', async () => {
  const { meter, thread } = opened();
  await meter.push(stretch);
  meter.drop();
  const result = meter.result();
  thread.answer({ kind: 'taken' });
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
