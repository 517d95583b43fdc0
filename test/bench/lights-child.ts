/**
 * One sender of sACN, in a process of its own: `link` is the app's, `timer` a bare interval with the same send. Told by
 * messages what to do; answers with what it took.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openSacn } from '../../electron/lights/dmx/sacn.ts';
import { e131Packets, cidOf } from '../../electron/lights/dmx/e131.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import type { Lamp } from '../../shared/lights/lamps.ts';
import { roomScene } from '../../shared/lights/scene.ts';
import { CUE_LEVELS, sessionCues } from './lights-session.ts';

export type Order =
  | { readonly kind: 'run'; readonly fadeMs: number }
  | { readonly kind: 'cues' | 'session'; readonly count: number; readonly everyMs: number };
export type Done =
  | { readonly kind: 'ready' }
  /** `cpu`: per cent of a core; `sent`: packets meanwhile, where they were counted. */
  | { readonly kind: 'ran'; readonly cpu: number; readonly sent: number | null }
  /** When each cue was due, epoch ms, and which number its packet carries on channel 1. */
  | { readonly kind: 'cued'; readonly cues: readonly { readonly due: number; readonly level: number }[] };

const RATE = 40;
const LAMPS = 4;
const [, , who = '', port = ''] = process.argv;
const tell = (done: Done): void => void process.send?.(done);

async function cpuWhile(ms: number): Promise<number> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await pause(ms);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 10 / (performance.now() - begun);
}

/** What to add to the monotonic clock to get epoch ms: looked at where the wall clock moves on. */
function epochOffset(): number {
  const first = Date.now();
  while (Date.now() === first);
  return Date.now() - performance.now();
}

function ourLink() {
  const lamps = Array.from({ length: LAMPS }, (_, at): Lamp => ({
    ...{ id: `${at}`, name: `${at}`, zone: 'room', connectionId: 'bench', dims: true, kelvin: null },
    ...{ minimumLevel: 0, gamma: 1, target: { kind: 'dmx', channel: at * 2 + 1, wide: false } },
  }));
  const link = openSacn(
    {
      ...{ kind: 'sacn', id: 'bench', name: 'Bench', host: `127.0.0.1:${port}`, from: null },
      ...{ universe: 1, priority: 100, frameRate: RATE },
    },
    lamps,
    { timers: systemTimers, wall: Date.now, secret: null, onHealth: () => undefined, onLost: () => undefined },
  );
  const { signal } = new AbortController();
  const send = (level: number, fadeMs: number) =>
    Promise.all(link.drivers.map((driver) => driver.send(roomScene(level, null), fadeMs, signal)));
  return {
    fade: async (fadeMs: number) => {
      await send(1, 0);
      await pause(500);
      void send(0.1, fadeMs);
      tell({ kind: 'ran', cpu: await cpuWhile(fadeMs), sent: null });
    },
    cues: async (count: number, everyMs: number) => {
      const cues: { due: number; level: number }[] = [];
      const offset = epochOffset();
      const begun = performance.now() + 200;
      for (let cue = 0; cue < count; cue += 1) {
        const due = begun + cue * everyMs;
        // Timers may wake early; a cue never comes before its moment.
        while (performance.now() < due) await pause(Math.max(1, Math.ceil(due - performance.now())));
        const level = CUE_LEVELS[cue % 2] ?? 0;
        void send(level, 0);
        cues.push({ due: due + offset, level: level * 255 });
      }
      await pause(200);
      tell({ kind: 'cued', cues });
    },
    session: async (count: number, everyMs: number) => {
      const offset = epochOffset();
      const due = await sessionCues(link.drivers, count, everyMs);
      const cues = due.map((at, cue) => ({ due: at + offset, level: (CUE_LEVELS[cue % 2] ?? 0) * 255 }));
      tell({ kind: 'cued', cues });
    },
  };
}

async function bareTimer(): Promise<(ms: number) => Promise<void>> {
  const socket = createSocket('udp4');
  socket.connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const packet = e131Packets({ cid: cidOf('bare'), name: 'bare', universe: 1, priority: 100 }).frame(
    new Uint8Array(512),
  );
  let sent = 0;
  setInterval(() => {
    sent += 1;
    socket.send(packet, () => undefined);
  }, 1000 / RATE);
  return async (ms) => {
    const before = sent;
    const cpu = await cpuWhile(ms + 500);
    tell({ kind: 'ran', cpu, sent: sent - before });
  };
}

const link = who === 'link' ? ourLink() : null;
const bare = link === null ? await bareTimer() : null;
process.on('message', (order: Order) => {
  if (order.kind === 'run') void (link?.fade(order.fadeMs) ?? bare?.(order.fadeMs));
  else void link?.[order.kind](order.count, order.everyMs);
});
process.on('disconnect', () => process.exit());
tell({ kind: 'ready' });
