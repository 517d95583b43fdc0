import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { failure } from '../../../shared/ipc/answer.ts';
import { sha256Hex } from '../canonical-json.ts';
import { Refused } from '../failures.ts';
import { commitmentOf } from '../row.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  contentSchema,
  endSchema,
  eventLineSchema,
  formSchema,
  headerSchema,
  staffLineSchema,
  type ContentLine,
  type EventLine,
  type HeaderLine,
} from './format.ts';
import { isOrdered } from './ordered.ts';
import { isNewer, isReadable } from './readable.ts';

/** Events of a long stream that are handed on together; a session, and the rule of years with the holds, whole. */
const CHUNK = 500;

/** What is handed on while an archive is read, in its order. */
export type ArchivePart =
  | { readonly part: 'header'; readonly header: HeaderLine }
  | { readonly part: 'content'; readonly content: ContentLine }
  | { readonly part: 'events'; readonly stream: string; readonly events: readonly EventLine[] }
  /** The last one: everything before it is what was written. */
  | { readonly part: 'end'; readonly sha256: string };

/**
 * Reads the lines of an archive and checks each of them. Whether all of it is there is known when `end` comes.
 * @throws `Refused` `archive.foreign`, `archive.newer`, `archive.damaged`, `archive.cut`; what `lines` throws
 */
export async function* readArchive(lines: AsyncIterable<string>): AsyncGenerator<ArchivePart> {
  const hash = createHash('sha256');
  const streams = new StreamOrder();
  let read = 0;
  let events = 0;
  let held: EventLine[] = [];
  let ended = false;
  for await (const text of lines) {
    if (ended) throw refused('damaged');
    const value = jsonOf(text);
    if (read === 0) yield { part: 'header', header: headerOf(value) };
    const kind = kindOf(value);
    const [first] = held;
    const next = kind === 'event' ? eventOf(value) : null;
    if (first !== undefined && (next?.stream !== first.stream || isFull(held))) {
      yield { part: 'events', stream: first.stream, events: held };
      held = [];
    }
    if (next !== null) {
      if (!streams.goesOn(next)) throw refused('damaged');
      held.push(next);
      events += 1;
    } else if (kind === 'content') yield { part: 'content', content: contentOf(value) };
    else if (kind === 'end') {
      const end = parsed(endSchema, value);
      if (end.lines !== read || end.events !== events || end.sha256 !== hash.digest('hex')) throw refused('damaged');
      ended = true;
      yield { part: 'end', sha256: end.sha256 };
    } else if (kind === 'staff') parsed(staffLineSchema, value);
    else if (kind !== 'header' || read > 0) throw refused('damaged');
    read += 1;
    if (!ended) hash.update(`${text}\n`);
  }
  if (read === 0) throw refused('foreign');
  if (!ended) throw refused('cut');
}

/** Each stream comes once, in one piece, its events without gaps from the first. */
class StreamOrder {
  readonly #seen = new Set<string>();
  #stream = '';
  #last = 0;
  goesOn({ stream, streamSeq }: EventLine): boolean {
    if (stream !== this.#stream) {
      if (this.#seen.has(stream)) return false;
      this.#seen.add(stream);
      this.#stream = stream;
      this.#last = 0;
    }
    this.#last += 1;
    return streamSeq === this.#last;
  }
}

function isFull(held: readonly EventLine[]): boolean {
  const stream = held[0]?.stream ?? '';
  return held.length >= CHUNK && !isOrdered(stream);
}

function headerOf(value: unknown): HeaderLine {
  const form = formSchema.safeParse(value);
  if (!form.success || form.data.format !== ARCHIVE_FORMAT) throw refused('foreign');
  if (form.data.version > ARCHIVE_VERSION) throw refused('newer');
  return parsed(headerSchema, value);
}

function eventOf(value: unknown): EventLine {
  const event = parsed(eventLineSchema, value);
  if (isNewer(event)) throw refused('newer');
  const { salt, body } = event;
  if (salt === null || body === null) {
    if (salt !== null || body !== null || event.erasure === null) throw refused('damaged');
    return event;
  }
  const commitment = commitmentOf(Buffer.from(salt, 'base64'), Buffer.from(body, 'utf8'));
  if (Buffer.from(commitment).toString('base64') !== event.commitment) throw refused('damaged');
  if (event.erasure !== null || !isReadable(event)) throw refused('damaged');
  return event;
}

function contentOf(value: unknown): ContentLine {
  const content = parsed(contentSchema, value);
  if (sha256Hex(Buffer.from(content.body, 'utf8')) !== content.hash) throw refused('damaged');
  return content;
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'line' in value ? value.line : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw refused('damaged');
  return result.data;
}

function refused(why: 'foreign' | 'newer' | 'damaged' | 'cut'): Refused {
  return new Refused(failure('refused', `archive.${why}`));
}
