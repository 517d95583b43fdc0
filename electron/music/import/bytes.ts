import { openSync, readSync, closeSync, fstatSync } from 'node:fs';

/** A file that is read by places. In workers only: it waits for the disk. */
export class BytesOf {
  readonly #file: number;
  readonly size: number;

  constructor(file: string) {
    this.#file = openSync(file, 'r');
    this.size = fstatSync(this.#file).size;
  }

  /** Bytes from `start`, at most `length` of them; fewer at the end of the file. */
  read(start: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - start)));
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(this.#file, bytes, read, bytes.length - read, start + read);
      if (more === 0) break;
      read += more;
    }
    return bytes.subarray(0, read);
  }

  close(): void {
    closeSync(this.#file);
  }
}
