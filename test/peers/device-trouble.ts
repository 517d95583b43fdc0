import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a broken or hostile device does instead of answering. */
export type Trouble =
  | 'tooMany'
  | 'overloaded'
  | 'silence'
  | 'hangUp'
  | 'cut'
  | 'garbage'
  | 'notHttp'
  | 'otherJson'
  | 'endless'
  | 'endlessHead'
  | 'drip'
  | 'redirect'
  | 'forbidden'
  | 'missing'
  | 'fault';

/** Every answer that has a status and no body worth reading. */
const statuses: Partial<Record<Trouble, number>> = {
  tooMany: 429,
  overloaded: 503,
  forbidden: 403,
  missing: 404,
  fault: 500,
};

/** Writes for as long as the other side reads. */
function flood(response: ServerResponse): void {
  const spaces = Buffer.alloc(65_536, ' ');
  const more = (): void => {
    if (!response.destroyed) response.write(spaces, () => setImmediate(more));
  };
  more();
}

/** Answers as badly as asked for. `elsewhere` is where a redirect leads. */
export function makeTrouble(
  trouble: Trouble,
  request: IncomingMessage,
  response: ServerResponse,
  elsewhere: string,
): void {
  response.on('error', () => undefined);
  const status = statuses[trouble];
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  switch (trouble) {
    case 'silence':
      return;
    case 'hangUp':
      request.socket.destroy();
      return;
    case 'cut':
      response.writeHead(200, { 'content-length': '1000' }).write('{"errors":[');
      setImmediate(() => request.socket.destroy());
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>\u0000not json');
      return;
    case 'notHttp':
      request.socket.end('220 lamp.example ESMTP ready\r\n');
      return;
    case 'otherJson':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"errors":7,"data":"x","success":"no"}');
      return;
    case 'endless':
      flood(response.writeHead(200, { 'content-type': 'application/json' }));
      return;
    case 'endlessHead':
      request.socket.write(`HTTP/1.1 200 OK\r\n${'x-lamp: 0123456789\r\n'.repeat(20_000)}`);
      return;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(timer));
      return;
    }
    case 'redirect':
      response.writeHead(302, { location: elsewhere }).end();
      return;
    default:
      throw new Error(`no such trouble: ${trouble}`);
  }
}
