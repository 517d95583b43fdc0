import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Json) => void;
  readonly reject: (reason: Error) => void;
}

/** A parsed DevTools message part; the protocol's shapes are read where they are used. */
// eslint-disable-next-line typescript/no-explicit-any -- the protocol has thousands of shapes; each reader knows the few it asks for
export type Json = any;

/**
 * The DevTools protocol over a pair of pipes. Messages go out in the order of the calls, answers come back as promises,
 * and events are emitted as `<sessionId>` with (method, params). The browser ends when the pipe does.
 */
export class Pipe {
  readonly events = new EventEmitter();
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private rest = '';
  private readonly output: Writable;

  constructor(output: Writable, input: Readable) {
    this.output = output;
    this.events.setMaxListeners(0);
    // A browser that goes takes this process along (chromium.ts), so nobody is left to be told of a broken pipe.
    output.on('error', () => undefined);
    input.setEncoding('utf8');
    input.on('data', (text: string) => this.take(text));
  }

  /** Sends a command; the promise fails if the browser refuses it. */
  send(method: string, params: object, sessionId?: string): Promise<Json> {
    const id = (this.lastId += 1);
    const answer = new Promise<Json>((resolve, reject) => this.waiting.set(id, { method, resolve, reject }));
    this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  /** Sends a command whose answer nobody needs. */
  tell(method: string, params: object, sessionId?: string): void {
    this.send(method, params, sessionId).catch(() => undefined);
  }

  private take(text: string): void {
    const parts = (this.rest + text).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) this.read(JSON.parse(part));
  }

  private read(message: Json): void {
    if (message.id === undefined) {
      this.events.emit(message.sessionId ?? 'browser', message.method, message.params);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }
}
