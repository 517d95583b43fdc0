import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { selfSigned } from '../helpers/self-signed.ts';
import { makeTrouble, type Trouble } from './device-trouble.ts';
import { command, groupResource, homeId, lightResource, smallHome, type Home, type HomeLight } from './hue-home.ts';

/** One request as it arrived. */
export interface HueRequest {
  readonly method: string;
  readonly path: string;
  /** The application key that was shown, null for none. */
  readonly key: string | null;
  readonly body: unknown;
  /** Of the test's clock. */
  readonly at: number;
}

/**
 * A Hue bridge on loopback, written from the public documents of CLIP v2, as strict as they say: a key or 403, known
 * resources or 404, known fields in their ranges or 400, at most three requests at once or 503, one event stream for whoever has a key.
 */
export interface HueBridgePeer {
  readonly host: string;
  readonly bridgeId: string;
  /** An application that is paired already. */
  readonly key: string;
  readonly home: Home;
  readonly requests: readonly HueRequest[];
  /** Connections that are open now. */
  readonly connections: () => number;
  readonly streams: () => number;
  readonly fingerprint: () => string;
  readonly pressButton: () => void;
  /** What the next requests meet; null is an honest bridge. */
  trouble: ((request: HueRequest) => Trouble | null) | null;
  /** Writes raw text into all event streams. */
  readonly say: (raw: string) => void;
  /** Tells a change as the bridge does, one container with one update. */
  readonly report: (resources: readonly object[]) => void;
  readonly dropStreams: () => void;
  /** From the next connection on it shows another certificate. */
  readonly changeCertificate: (name?: string) => void;
  readonly close: () => Promise<void>;
}

export interface HuePeerOptions {
  readonly home?: Home;
  readonly bridgeId?: string;
  readonly software?: string;
  /** For the log of requests. */
  readonly now?: () => number;
}

const MOST_AT_ONCE = 3;

export async function startHueBridge({
  home = smallHome(),
  bridgeId = '001788fffe0a1b2c',
  software = '1967054020',
  now = () => 0,
}: HuePeerOptions = {}): Promise<HueBridgePeer> {
  let certificate = selfSigned(bridgeId);
  let pressed = false;
  let atOnce = 0;
  let events = 0;
  const keys = new Set(['fictional-key-of-a-paired-application-0']);
  const requests: HueRequest[] = [];
  const sockets = new Set<Socket>();
  const streams = new Set<ServerResponse>();

  const report = (resources: readonly object[]): void => {
    events += 1;
    const data = [{ creationtime: '2026-01-01T00:00:00Z', data: resources, id: homeId(9, events), type: 'update' }];
    for (const stream of streams) stream.write(`id: 1:${events}\ndata: ${JSON.stringify(data)}\n\n`);
  };

  const lightsOf = (resource: string, rid: string): readonly HomeLight[] | null => {
    const light = home.lights.find((one) => resource === 'light' && one.rid === rid);
    if (light !== undefined) return [light];
    return home.groups.find(({ grouped }) => resource === 'grouped_light' && grouped === rid)?.lights ?? null;
  };

  const listOf = (resource: string): readonly object[] | null => {
    if (resource === 'light') return home.lights.map(lightResource);
    if (resource === 'bridge') return [{ id: homeId(5, 0), type: 'bridge', bridge_id: bridgeId }];
    if (resource !== 'room' && resource !== 'zone') return null;
    return home.groups.filter(({ kind }) => kind === resource).map(groupResource);
  };

  const json = (response: ServerResponse, status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  const failed = (response: ServerResponse, status: number, description: string): void =>
    json(response, status, { errors: [{ description }], data: [] });

  const pair = (response: ServerResponse, body: unknown): void => {
    const error = (type: number, description: string): void =>
      json(response, 200, [{ error: { type, address: '', description } }]);
    const asked = body as { devicetype?: unknown; generateclientkey?: unknown } | null;
    const device = asked?.devicetype;
    if (typeof device !== 'string') return error(5, 'invalid/missing parameters in body');
    if (!/^[^#]{1,20}#[^#]{1,19}$/.test(device)) return error(7, 'invalid value for parameter, devicetype');
    if (!pressed) return error(101, 'link button not pressed');
    pressed = false;
    const username = `fictional-key-of-a-paired-application-${keys.size}`;
    keys.add(username);
    const clientkey = asked?.generateclientkey === true ? { clientkey: '0'.repeat(32) } : {};
    json(response, 200, [{ success: { username, ...clientkey } }]);
  };

  const stream = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers.accept !== 'text/event-stream') return failed(response, 406, 'not acceptable');
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hi\n\n');
    streams.add(response);
    response.once('close', () => streams.delete(response));
  };

  const resource = (response: ServerResponse, { method, path, body }: HueRequest): void => {
    const [, kind = '', rid] = /^\/clip\/v2\/resource\/([a-z_]+)(?:\/([0-9a-f-]+))?$/.exec(path) ?? [];
    if (rid === undefined) {
      const data = method === 'GET' ? listOf(kind) : null;
      return data === null ? failed(response, 404, 'Not Found') : json(response, 200, { errors: [], data });
    }
    const lights = lightsOf(kind, rid);
    if (lights === null) return failed(response, 404, 'Not Found');
    if (method === 'GET') return json(response, 200, { errors: [], data: [stateOf(kind, rid, lights)] });
    if (method !== 'PUT') return failed(response, 405, 'method not allowed');
    const said = command(lights, body);
    if (said === null) return failed(response, 400, 'Error: payload validation failed');
    const data = [{ rid, rtype: kind }];
    json(response, said.length > 0 ? 207 : 200, { errors: said.map((description) => ({ description })), data });
    report(lights.map((light) => stateOf('light', light.rid, [light])));
  };

  const answer = (incoming: IncomingMessage, response: ServerResponse, request: HueRequest): void => {
    const { method, path, key } = request;
    if (method === 'GET' && /^\/api\/[^/]+\/config$/.test(path)) {
      return json(response, 200, {
        name: 'Fictional Hue bridge',
        bridgeid: bridgeId.toUpperCase(),
        modelid: 'BSB002',
        swversion: software,
        apiversion: '1.67.0',
      });
    }
    if (method === 'POST' && path === '/api') return pair(response, request.body);
    if (key === null || !keys.has(key)) return failed(response, 403, 'unauthorized user');
    if (method === 'GET' && path === '/eventstream/clip/v2') return stream(incoming, response);
    return resource(response, request);
  };

  const server: Server = createServer({ key: certificate.key, cert: certificate.cert }, (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming;
    const key = headers['hue-application-key'];
    const streaming = path === '/eventstream/clip/v2';
    atOnce += streaming ? 0 : 1;
    response.once('close', () => (atOnce -= streaming ? 0 : 1));
    void text(incoming).then(
      (body) => {
        const shown = typeof key === 'string' ? key : null;
        const request = { method, path, key: shown, body: parsed(body), at: now() };
        requests.push(request);
        const trouble = peer.trouble?.(request) ?? null;
        if (trouble !== null) makeTrouble(trouble, incoming, response, `https://${peer.host}/clip/v2/resource/bridge`);
        else if (atOnce > MOST_AT_ONCE) failed(response, 503, 'too many requests at once');
        else answer(incoming, response, request);
      },
      () => undefined,
    );
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const peer: HueBridgePeer = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    bridgeId,
    key: [...keys][0]!,
    home,
    requests,
    connections: () => sockets.size,
    streams: () => streams.size,
    fingerprint: () => certificate.fingerprint,
    pressButton: () => (pressed = true),
    trouble: null,
    say: (raw) => {
      for (const one of streams) one.write(raw);
    },
    report,
    dropStreams: () => {
      for (const one of streams) one.destroy();
    },
    changeCertificate: (name = bridgeId) => {
      certificate = selfSigned(name);
      server.setSecureContext({ key: certificate.key, cert: certificate.cert });
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

/** A light's state; of a group, whether any is on, and how bright those are on the whole. */
function stateOf(type: string, id: string, lights: readonly HomeLight[]): object {
  const lit = lights.filter(({ on }) => on);
  const sum = lit.reduce((all, { brightness }) => all + brightness, 0);
  return { id, type, on: { on: lit.length > 0 }, dimming: { brightness: lit.length === 0 ? 0 : sum / lit.length } };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
