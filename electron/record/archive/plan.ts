import * as z from 'zod/mini';
import { failure } from '../../../shared/ipc/answer.ts';
import type { ArchivePreview } from '../../../shared/people/archive.ts';
import { erasureBodySchema } from '../../../shared/people/erasure-events.ts';
import { Refused } from '../failures.ts';
import type { Sqlite } from '../sqlite.ts';
import { erasureOfPatient, type ErasureCause } from './erased-patients.ts';
import type { EventLine } from './format.ts';
import { StreamMatcher } from './match.ts';
import { isOrdered } from './ordered.ts';

/** An event as it is written into a record that did not have it. */
export interface ImportedEvent {
  readonly event: EventLine;
  /** Why it has no body; null where it has one. */
  readonly erased: ErasureCause | null;
}

/** Events that one stream here lacks. */
export interface ImportPart {
  readonly stream: string;
  /** Where order matters: the last seq here that the events follow. Null where order does not matter. */
  readonly expectedSeq: number | null;
  readonly events: readonly ImportedEvent[];
}

type Counted = Omit<ArchivePreview, 'archiveId' | 'pc' | 'samePc' | 'createdAt' | 'selection' | 'counts'>;

const typedSchema = z.object({ patientId: z.nullable(z.string()) });

/** Goes through an archive beside the record that it is to be merged into, and says what would be written. */
export class ImportPlan {
  readonly #reader: Sqlite;
  readonly #untouched: ReadonlySet<string>;
  readonly #causes = new Map<string, ErasureCause>();
  #matcher: { readonly stream: string; readonly of: StreamMatcher } | null = null;
  readonly counted = {
    events: { fresh: 0, known: 0 },
    sessions: { fresh: 0, known: 0 },
    patients: { fresh: 0, known: 0 },
    staff: { fresh: 0, known: 0 },
    continued: 0,
    conflicts: 0,
    erasedHere: 0,
    erasedThere: 0,
  } satisfies Counted;

  /** @param untouched streams of sessions that are not over here: nothing may be added behind their back */
  constructor(reader: Sqlite, untouched: ReadonlySet<string>) {
    this.#reader = reader;
    this.#untouched = untouched;
  }

  /** What of these events would be written; null for nothing. */
  take(stream: string, events: readonly EventLine[]): ImportPart | null {
    const matcher = this.#matcherOf(stream);
    const session = stream.startsWith('session:');
    const ordered = isOrdered(stream);
    if (events[0]?.streamSeq === 1) this.#countStream(stream, matcher.localLast > 0);
    if (stream.startsWith('erasure:')) for (const event of events) this.#noteCause(event);
    const matched = matcher.match(events);
    const { counted } = this;
    counted.events.known += matched.known;
    counted.erasedHere += matched.erasedHere;
    counted.erasedThere += matched.erasedThere;
    if (matched.fresh.length === 0) return null;
    if (ordered && (matcher.forked || this.#untouched.has(stream))) {
      if (session) counted.conflicts += 1;
      return null;
    }
    if (session && matcher.localLast > 0) counted.continued += 1;
    counted.events.fresh += matched.fresh.length;
    return {
      stream,
      expectedSeq: ordered ? matcher.localLast : null,
      events: this.#withCauses(stream, events, matched.fresh),
    };
  }

  #matcherOf(stream: string): StreamMatcher {
    if (this.#matcher?.stream !== stream) this.#matcher = { stream, of: new StreamMatcher(this.#reader, stream) };
    return this.#matcher.of;
  }

  #countStream(stream: string, known: boolean): void {
    const kind = stream.split(':')[0];
    const name = kind === 'session' ? 'sessions' : kind === 'patient' ? 'patients' : kind === 'staff' ? 'staff' : null;
    if (name !== null) this.counted[name][known ? 'known' : 'fresh'] += 1;
  }

  #noteCause({ stream, body }: EventLine): void {
    const parsed = erasureBodySchema.safeParse(body === null ? null : JSON.parse(body));
    if (parsed.success && !this.#causes.has(stream))
      this.#causes.set(stream, { rule: parsed.data.rule, reason: parsed.data.reason });
  }

  /** Bodies of patients erased here are not taken back; what was erased there stays so. */
  #withCauses(stream: string, all: readonly EventLine[], fresh: readonly EventLine[]): ImportedEvent[] {
    const patientId = patientIdOf(stream, all[0]);
    const erasedHere = patientId === null ? null : erasureOfPatient(this.#reader, patientId);
    return fresh.map((event) => {
      if (event.body !== null && erasedHere === null) return { event, erased: null };
      if (event.body !== null) {
        this.counted.erasedHere += 1;
        return { event: { ...event, body: null, salt: null }, erased: erasedHere };
      }
      const erased = this.#causes.get(event.erasure ?? '');
      if (erased === undefined) throw new Refused(failure('refused', 'archive.damaged'));
      return { event, erased };
    });
  }
}

/** Whom a stream is about, as its name or its first event says. */
function patientIdOf(stream: string, first: EventLine | undefined): string | null {
  if (stream.startsWith('patient:')) return stream.slice('patient:'.length);
  if (first === undefined || first.body === null || !/^(?:session|course):/.test(stream)) return null;
  const parsed = typedSchema.safeParse(JSON.parse(first.body));
  return parsed.success ? parsed.data.patientId : null;
}
