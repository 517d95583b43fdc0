import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { Nurse } from '../helpers/nurse.ts';
import { startedPractice } from '../helpers/practice.ts';
import { parts } from '../helpers/session-builder.ts';
import { dataFolder, openThrough } from './opened.ts';
import { summarise, type BenchResult } from './result.ts';

const READINGS = 40;
const GOAL_MS = 50;

/** When the window was told of a reading, and when the frame with its row and its mark was done; ms of the page's clock. */
interface Seen {
  readonly sent: number;
  readonly told: number;
  readonly shown: number;
}

/** Sends one command from the page and waits for the first frame in which table and chart have what it changed. */
async function seen(page: Page, message: string): Promise<Seen> {
  return page.evaluate(async (command) => {
    const { stillroom } = globalThis as unknown as {
      stillroom: {
        request: (message: string) => Promise<string>;
        onPush: (listener: (message: string) => void) => () => void;
      };
    };
    const rows = (): number => document.querySelectorAll('main table tbody tr').length;
    const before = rows();
    let painted = false;
    const clear = Reflect.get(CanvasRenderingContext2D.prototype, 'clearRect') as (...box: number[]) => void;
    CanvasRenderingContext2D.prototype.clearRect = function noted(...box: number[]) {
      painted = true;
      clear.apply(this, box);
    };
    let told = Infinity;
    const end = stillroom.onPush((push) => {
      if (push.includes('readingTaken')) told = Math.min(told, performance.now());
    });
    const frame = async (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // After the frame's own work: what it drew is on its way to the glass.
          channel.port1.addEventListener('message', () => resolve(performance.now()), { once: true });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      });
    const sent = performance.now();
    const answer = stillroom.request(command);
    let shown = await frame();
    while ((!painted || rows() <= before) && shown - sent < 5000) shown = await frame();
    const said = await answer;
    end();
    CanvasRenderingContext2D.prototype.clearRect = clear;
    if (!said.startsWith('{"ok":true')) throw new Error(`The reading was refused: ${said}`);
    if (rows() <= before || !painted) throw new Error('The reading was not shown');
    return { sent, told, shown };
  }, message);
}

/** A reading on disk, from the moment the window is told to the frame that shows it; and from the press on, disk included. */
export async function glassRows(display: string): Promise<readonly BenchResult[]> {
  const data = dataFolder();
  const app = await openThrough('app', { userData: data.userData, env: {}, display });
  try {
    const practice = await startedPractice(new Nurse(app.page));
    const samples: Seen[] = [];
    for (let count = 0; count < READINGS; count += 1) {
      const hello = await practice.nurse.request('hello', {});
      if (!hello.ok) throw new Error(hello.code);
      const given = parts({ systolic: 110 + count, diastolic: 70 + (count % 7), spo2: 97, pulse: 70 + (count % 9) });
      const reading = { readingId: randomUUID(), parts: given, takenAt: Math.round(hello.data.clock.wallMs) };
      const command = { type: 'takeReading', ...reading, confirmed: ['savedAlready'] };
      const args = { sessionId: practice.sessionId, commandId: randomUUID(), seenSeq: practice.seq, command };
      samples.push(await seen(app.page, JSON.stringify({ name: 'session.command', args })));
    }
    const row = (name: string, of: (one: Seen) => number, goal: number | null): BenchResult =>
      summarise({
        ...{ name: `bedside: ${name}`, unit: 'ms', samples: samples.map(of), peers: {} },
        goal: goal === null ? null : `p99 < ${goal} ms`,
        met: (_p50, p99) => (goal === null ? null : p99 < goal),
      });
    return [
      row('a reading on disk, from the window told to chart and table drawn', (one) => one.shown - one.told, GOAL_MS),
      row(
        'a reading, from the command sent to chart and table drawn, disk included',
        (one) => one.shown - one.sent,
        null,
      ),
    ];
  } finally {
    await app.end();
    data.remove();
  }
}
