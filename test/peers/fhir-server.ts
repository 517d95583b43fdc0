import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { selfSigned } from '../helpers/self-signed.ts';
import { makeTrouble, type Trouble } from './device-trouble.ts';

/** One request as it arrived. */
export interface FhirRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A FHIR server on loopback that takes bundles by `PUT`, with update-as-create and versions, as the REST API of R4 says. */
export interface FhirServerPeer {
  readonly host: string;
  readonly fingerprint: string;
  readonly requests: readonly FhirRequest[];
  /** What it has: every version of every bundle, by id. */
  readonly bundles: ReadonlyMap<string, readonly Buffer[]>;
  /** Connections that are open now. */
  readonly connections: () => number;
  /** What the next requests meet; null is an honest server. */
  trouble: Trouble | Answer | null;
  /** Asked for by `Authorization: Bearer …`; null takes everybody. */
  token: string | null;
  /** What `metadata` says. */
  statement: unknown;
  /** Bundles that it takes in no form, by id, each with what it says of that. */
  readonly turnedAway: Map<string, string>;
  /** Goes away as a server does whose power is cut; `up` listens again at the same place, with the same certificate. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const statement = {
  ...{
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
  },
  software: { name: 'Example FHIR server' },
  rest: [{ mode: 'server', resource: [{ type: 'Bundle', interaction: [{ code: 'update' }], updateCreate: true }] }],
};

export function outcome(diagnostics: string): string {
  const issue = [{ severity: 'error', code: 'invalid', diagnostics }];
  return JSON.stringify({ resourceType: 'OperationOutcome', issue });
}

/** Answers with a status and what is wrong, as FHIR servers do. */
export function saying(status: number, words: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers }).end(outcome(words));
  };
}

export async function startFhirServer(commonName = 'fhir.clinic.example'): Promise<FhirServerPeer> {
  const { key, cert, fingerprint } = selfSigned(commonName);
  const requests: FhirRequest[] = [];
  const bundles = new Map<string, Buffer[]>();
  const sockets = new Set<Socket>();
  const json = (response: ServerResponse, status: number, text: string, headers = {}): void => {
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers }).end(text);
  };

  const answer = (response: ServerResponse, { method, path, headers, body }: FhirRequest): void => {
    if (method === 'GET' && path === '/r4/metadata') return json(response, 200, JSON.stringify(peer.statement));
    if (peer.token !== null && headers.authorization !== `Bearer ${peer.token}`)
      return json(response, 401, outcome('Token not known'));
    const id = /^\/r4\/Bundle\/([A-Za-z0-9.-]{1,64})$/.exec(path)?.[1];
    if (id === undefined) return json(response, 404, outcome('No such resource'));
    const wrong = peer.turnedAway.get(id);
    if (method === 'PUT' && wrong !== undefined) return json(response, 422, outcome(wrong));
    const versions = bundles.get(id) ?? [];
    if (method === 'GET')
      return versions.length === 0 ? json(response, 404, outcome('Not here')) : json(response, 200, '{}');
    if (method !== 'PUT') return json(response, 405, outcome('Not allowed'));
    if ((JSON.parse(body.toString('utf8')) as { id?: string }).id !== id)
      return json(response, 400, outcome('Ids differ'));
    bundles.set(id, [...versions, body]);
    const version = versions.length + 1;
    const location = `https://${peer.host}/r4/Bundle/${id}/_history/${version}`;
    return json(response, version === 1 ? 201 : 200, '', { location, etag: `W/"${version}"` });
  };
  const server = createServer({ key, cert }, (incoming, response) => {
    response.on('error', () => undefined);
    void buffer(incoming).then(
      (body) => {
        const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body };
        requests.push(request);
        const { trouble } = peer;
        if (trouble === null) answer(response, request);
        else if (typeof trouble === 'function') trouble(incoming, response);
        else makeTrouble(trouble, incoming, response, `https://${peer.host}/elsewhere`);
      },
      () => undefined,
    );
  });
  server.on('secureConnection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const down = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const peer: FhirServerPeer = {
    host: `127.0.0.1:${port}`,
    ...{ fingerprint, requests, bundles, trouble: null, token: null, statement },
    connections: () => sockets.size,
    turnedAway: new Map(),
    ...{ down, up: () => listen(port), close: down },
  };
  return peer;
}
