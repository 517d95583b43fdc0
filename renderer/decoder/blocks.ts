/** Length of what is fetched at a time, bytes: main holds no more of a file than this. */
const BLOCK = 1 << 18;
/** Blocks that are kept, with the ones ahead: a demuxer looks back a little, never far. */
const KEPT = 6;

/** A file behind an address, read by places in blocks. Throws where main does not answer or the file is not as long. */
export class Blocks {
  readonly #address: string;
  readonly #kept = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  #size: number | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  /** Length of the file, bytes. */
  async size(): Promise<number> {
    await this.#block(0);
    if (this.#size === null) throw new Error('The length of the file is not known');
    return this.#size;
  }

  /** A copy of the bytes from `start` to `end`, all of them. */
  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(end - start);
    for (let at = start; at < end;) {
      const index = Math.floor(at / BLOCK);
      const part = (await this.#block(index)).subarray(at - index * BLOCK, end - index * BLOCK);
      if (part.length === 0) throw new Error('The file ended too early');
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  }

  async #block(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const block = this.#keep(index);
    const bytes = await block;
    // The next one is on its way while this one is decoded; where it fails, whoever asks for it is told.
    if ((index + 1) * BLOCK < (this.#size ?? 0)) this.#keep(index + 1).catch(() => undefined);
    return bytes;
  }

  #keep(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const block = this.#kept.get(index) ?? this.#fetch(index);
    this.#kept.delete(index);
    this.#kept.set(index, block);
    const [oldest] = this.#kept;
    if (this.#kept.size > KEPT && oldest !== undefined) {
      this.#kept.delete(oldest[0]);
      void oldest[1].then(letGo, () => undefined);
    }
    return block;
  }

  async #fetch(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = index * BLOCK;
    const response = await fetch(this.#address, { headers: { Range: `bytes=${start}-${start + BLOCK - 1}` } });
    if (response.status !== 206) throw new Error(`The file was answered with ${response.status}`);
    this.#size = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1]);
    return new Uint8Array(await response.arrayBuffer());
  }
}

const { port1: nowhere, port2: closed } = new MessageChannel();
closed.close();

/**
 * Gives the memory of these bytes back at once; left to the browser, a hundred megabytes of them pile up. They are moved to
 * where nobody reads: `transfer(0)` leaves what came from a `fetch` with the object that it came as.
 */
export function letGo(bytes: Uint8Array<ArrayBuffer>): void {
  nowhere.postMessage(null, [bytes.buffer]);
}
