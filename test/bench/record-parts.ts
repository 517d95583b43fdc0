import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes of the record after which its log is moved into the file and begun anew, as the worker does it. */
export const WRITES_PER_CHECKPOINT = 150;

/** How long some work took, ms. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * A file that is written and synced by nobody's help, in the way in which the record's log is: on from where the last
 * write ended, and over the same bytes again each time the log is begun anew. Overwriting syncs faster than growing.
 */
export class BareFile {
  readonly #file: number;
  #place = 0;
  #writes = 0;

  constructor(file: string) {
    this.#file = openSync(file, 'w');
  }

  write(bytes: Uint8Array): void {
    if (this.#writes % WRITES_PER_CHECKPOINT === 0) this.#place = 0;
    this.#place += writeSync(this.#file, bytes, 0, bytes.length, this.#place);
    fsyncSync(this.#file);
    this.#writes += 1;
  }

  close(): void {
    closeSync(this.#file);
  }
}
