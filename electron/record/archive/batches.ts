import type { ClockReading } from '../../../shared/time/clock.ts';
import type { ContentLine } from './format.ts';
import type { ImportPart } from './plan.ts';
import type { ImportBatch } from './write-import.ts';

/** Events of one transaction, about: some 10 ms of the record worker. A session is never parted, however long. */
const BATCH_EVENTS = 300;

/** Gathers what an import writes into transactions of a fair size. */
export class Batches {
  readonly #write: (batch: ImportBatch) => Promise<void>;
  readonly #recordedAt: ClockReading;
  #contents: ContentLine[] = [];
  #parts: ImportPart[] = [];
  #events = 0;

  constructor(recordedAt: ClockReading, write: (batch: ImportBatch) => Promise<void>) {
    this.#recordedAt = recordedAt;
    this.#write = write;
  }

  async content(content: ContentLine): Promise<void> {
    this.#contents.push(content);
    // A protocol is far larger than an event.
    this.#events += 20;
    await this.#writeWhenFull();
  }

  async part(part: ImportPart): Promise<void> {
    this.#parts.push(part);
    this.#events += part.events.length;
    await this.#writeWhenFull();
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.#parts.length === 0 && this.#contents.length === 0) return;
    const batch: ImportBatch = { contents: this.#contents, parts: this.#parts, recordedAt: this.#recordedAt };
    this.#contents = [];
    this.#parts = [];
    this.#events = 0;
    await this.#write(batch);
  }

  async #writeWhenFull(): Promise<void> {
    if (this.#events >= BATCH_EVENTS) await this.end();
  }
}
