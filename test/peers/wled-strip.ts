import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { makeTrouble, type Trouble } from './device-trouble.ts';

/** One request as it arrived. */
export interface WledRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Of the test's clock. */
  readonly at: number;
}

interface PeerSegment {
  readonly id: number;
  readonly name: string | null;
  /** Bits: 1 colours, 2 white, 4 two whites. */
  readonly can: number;
  on: boolean;
  bri: number;
  cct: number | null;
}

/**
 * A WLED strip on loopback, written from its public documents and what its firmware does with them: it takes known fields in
 * their ranges, counts a fade's milliseconds in 16 bits, and fades in a straight line of its numbers.
 */
export interface WledPeer {
  readonly host: string;
  readonly requests: readonly WledRequest[];
  readonly segments: readonly PeerSegment[];
  readonly connections: () => number;
  /** Its brightness now, in the middle of a fade: 0 to 255. */
  readonly shown: () => number;
  /** Messages that it refused. */
  readonly refused: () => number;
  trouble: ((request: WledRequest) => Trouble | null) | null;
  readonly close: () => Promise<void>;
}

export interface WledPeerOptions {
  readonly name?: string;
  readonly segments?: readonly Pick<PeerSegment, 'name' | 'can'>[];
  readonly now?: () => number;
}

const byte = z.int().min(0).max(255);
const segmentSchema = z.strictObject({
  id: z.int().min(0).max(31).optional(),
  on: z.boolean().optional(),
  bri: byte.optional(),
  cct: z.union([byte, z.int().min(1_900).max(10_091)]).optional(),
});
const messageSchema = z.strictObject({
  on: z.boolean().optional(),
  bri: byte.min(1).optional(),
  tt: z.int().min(0).max(65_535).optional(),
  transition: z.int().min(0).max(65_535).optional(),
  seg: z.union([segmentSchema, z.array(segmentSchema)]).optional(),
});

const SIXTEEN_BITS = 65_536;

export async function startWled({
  name = 'Strip behind the couch',
  segments: given = [{ name: null, can: 1 }],
  now = () => 0,
}: WledPeerOptions = {}): Promise<WledPeer> {
  const segments = given.map((one, id): PeerSegment => ({ ...one, id, on: true, bri: 255, cct: null }));
  const requests: WledRequest[] = [];
  const sockets = new Set<Socket>();
  const state = { on: true, bri: 255 };
  let fade = { from: 255, to: 255, beganAt: 0, ms: 0 };
  let transitionMs = 700;
  let refused = 0;

  const shown = (): number => {
    const share = fade.ms === 0 ? 1 : Math.min(1, (now() - fade.beganAt) / fade.ms);
    return fade.from + (fade.to - fade.from) * share;
  };

  const take = (body: unknown): boolean => {
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return false;
    const { on, bri, tt, transition, seg } = parsed.data;
    if (transition !== undefined) transitionMs = (transition * 100) % SIXTEEN_BITS;
    const ms = tt === undefined ? transitionMs : (tt * 100) % SIXTEEN_BITS;
    const from = shown();
    state.bri = bri ?? state.bri;
    state.on = on ?? (bri === undefined ? state.on : true);
    fade = { from, to: state.on ? state.bri : 0, beganAt: now(), ms };
    for (const wish of seg === undefined ? [] : [seg].flat()) {
      const meant = wish.id === undefined ? segments : segments.filter(({ id }) => id === wish.id);
      for (const one of meant) {
        one.on = wish.on ?? (wish.bri === undefined ? one.on : wish.bri > 0);
        if (wish.bri !== undefined && wish.bri > 0) one.bri = wish.bri;
        one.cct = wish.cct ?? one.cct;
      }
    }
    return true;
  };

  const stateNow = (): object => ({
    ...state,
    transition: Math.floor(transitionMs / 100),
    ps: -1,
    nl: { on: false, dur: 60, mode: 1, tbri: 0, rem: -1 },
    mainseg: 0,
    seg: segments.map(({ id, name: n, can, on, bri, cct }) => ({
      ...{ id, start: id * 30, stop: id * 30 + 30, len: 30, on, bri, cct: cct ?? 127, lc: can },
      ...(n === null ? {} : { n }),
    })),
  });
  const info = (): object => ({ ver: '0.15.0', vid: 2_412_100, leds: { count: 30, maxseg: 32 }, name, brand: 'WLED' });

  const server = createServer((incoming, response) => {
    const { method = '', url: path = '' } = incoming;
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    void text(incoming).then(
      (raw) => {
        const request = { method, path, body: parsed(raw), at: now() };
        requests.push(request);
        const trouble = peer.trouble?.(request) ?? null;
        if (trouble !== null) return makeTrouble(trouble, incoming, response, `http://${peer.host}/json/state`);
        if (method === 'GET' && path === '/json/state') return json(200, stateNow());
        if (method === 'GET' && path === '/json/info') return json(200, info());
        if (method === 'GET' && path === '/json/si') return json(200, { state: stateNow(), info: info() });
        if (method !== 'POST' || path !== '/json/state') return json(404, { error: 4 });
        if (take(request.body)) return json(200, { success: true });
        refused += 1;
        return json(400, { error: 9 });
      },
      () => undefined,
    );
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const peer: WledPeer = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    segments,
    connections: () => sockets.size,
    shown,
    refused: () => refused,
    trouble: null,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
