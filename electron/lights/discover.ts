import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { EventEmitter } from 'node:events';
import net from 'node:net';
import { Bonjour } from 'bonjour-service';
import * as z from 'zod/mini';
import type { FoundPlace } from '../../shared/ipc/lights.ts';
import { hostSchema } from '../../shared/lights/lamps.ts';
import type { Timers } from './port.ts';

/** What is looked for, by the name under which it announces itself. */
const services = { hue: 'hue', wled: 'wled', homeAssistant: 'home-assistant', mqtt: 'mqtt' } as const;
type FoundKind = keyof typeof services;

export const LOOK_MS = 4_000;
/** More than any clinic has; who announces more is up to something. */
export const MOST_FOUND = 32;
/** The largest packet of multicast DNS (RFC 6762, section 17), bytes. */
const LARGEST_PACKET = 9_000;
const MOST_PACKETS = 500;

/** Of an announcement only this is looked at; every part was written by whoever sent it. */
const announcedSchema = z.object({
  name: z.string(),
  port: z.int().check(z.gte(1), z.lte(65_535)),
  addresses: z.array(z.string()),
  referer: z.optional(z.object({ address: z.string() })),
});

/** How the network is asked: another socket in tests. */
export interface LookParts {
  readonly timers: Timers;
  readonly socket?: Socket;
  /** Where questions go; the multicast group of mDNS unless told. `bind`: whether the port is heard too. */
  readonly to?: { readonly ip: string; readonly port: number; readonly bind: string | false };
}

/**
 * Asks the local network once who announces a bridge, a strip or a broker. Answers after `LOOK_MS`, or as soon as it is
 * aborted or finds more than enough, with what was found by then; a network that cannot be asked gives nothing.
 * Never throws. What is found is a proposal: only a person makes a connection of it.
 */
export async function lookAround(
  { timers, socket, to }: LookParts,
  signal: AbortSignal,
): Promise<readonly FoundPlace[]> {
  const found = new Map<string, FoundPlace>();
  const over = new AbortController();
  const ended = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
  const end = (): void => over.abort();
  const cancel = timers.after(LOOK_MS, end);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();

  const guarded = guard(socket ?? createSocket({ type: 'udp4', reuseAddr: true }), end);
  const options = { socket: guarded, ...(to === undefined ? {} : { ...to, multicast: false }) };
  const bonjour = new Bonjour(options as never, end);
  // A network without multicast, or a port that another program keeps to itself: nothing is found. The library listens to
  // no error of its own socket, and one that nobody hears would end the app.
  (bonjour as unknown as { readonly server: { readonly mdns: EventEmitter } }).server.mdns.on('error', end);
  for (const kind of Object.keys(services) as FoundKind[]) {
    bonjour.find({ type: services[kind] }, (service) => {
      const place = placeOf(kind, service);
      if (place !== null) found.set(`${kind} ${place.host}`, place);
      if (found.size >= MOST_FOUND) end();
    });
  }
  await ended;
  cancel();
  signal.removeEventListener('abort', end);
  bonjour.destroy();
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Keeps from the library what no honest device sends, and what it throws at a message from its listener. */
function guard(socket: Socket, end: () => void): Socket {
  let packets = 0;
  const on = socket.on.bind(socket) as (event: string, listener: (...args: never[]) => void) => Socket;
  const guardedOn = (event: string, listener: (...args: unknown[]) => void): Socket => {
    if (event !== 'message') return on(event, listener as never);
    return on('message', ((message: Buffer, from: RemoteInfo) => {
      packets += 1;
      if (packets > MOST_PACKETS) return end();
      if (message.length > LARGEST_PACKET) return;
      try {
        listener(message, from);
      } catch {
        // Somebody on the network wrote it; it says nothing of a lamp.
      }
    }) as never);
  };
  socket.on = guardedOn as Socket['on'];
  return socket;
}

/** An announcement as a proposal; null where it names no address that could be entered by hand. */
function placeOf(kind: FoundKind, service: unknown): FoundPlace | null {
  const parsed = announcedSchema.safeParse(service);
  if (!parsed.success) return null;
  const { name, port, addresses, referer } = parsed.data;
  const address = [...addresses, referer?.address ?? ''].find((one) => net.isIPv4(one));
  const host = hostSchema.safeParse(`${address ?? ''}:${port}`);
  if (address === undefined || !host.success) return null;
  const shown = name
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  return { kind, name: shown === '' ? address : shown, host: host.data };
}
