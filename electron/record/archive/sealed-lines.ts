import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { failure } from '../../../shared/ipc/answer.ts';
import { Refused } from '../failures.ts';
import { writeWhole } from '../whole-file.ts';
import { splitLines } from './split-lines.ts';

/** Who can open a file: everybody who knows a passphrase, or the holder of one X25519 identity (`age1...`). */
export type SealFor = { readonly passphrase: string } | { readonly recipient: string };
/** What a file is opened with; an identity is `AGE-SECRET-KEY-1...`. */
export type OpenWith = { readonly passphrase: string } | { readonly identity: string };

/** Bytes that go through the compressor, the cipher and the disk at once. */
const PIECE = 64 * 1024;
/** Longest line that is read, characters: an event is at most 256 KB, a protocol far less. */
const LONGEST_LINE = 16 * 1024 * 1024;
const FORMAT = 'age-encryption.org/v1\n';

/**
 * Writes lines (without line feeds) as one gzip'd file of the age format, version 1: whole under another name first,
 * synced, renamed. Any age tool opens it (`age -d FILE | gunzip`). Memory does not grow with the number of lines, but
 * a passphrase takes 256 MB for about a second (scrypt, 2^18).
 * @returns bytes of the file
 * @throws `Refused` `archive.exists` where the file is there; what the disk and `lines` throw; the signal's reason
 */
export async function sealLines(
  file: string,
  to: SealFor,
  lines: AsyncIterable<string> | Iterable<string>,
  signal?: AbortSignal,
): Promise<number> {
  if (await isThere(file)) throw new Refused(failure('refused', 'archive.exists'));
  const encrypter = new Encrypter();
  if ('passphrase' in to) encrypter.setPassphrase(to.passphrase.normalize('NFC'));
  else encrypter.addRecipient(to.recipient);
  let size = 0;
  await writeWhole(file, async (handle) => {
    const gzip = createGzip({ level: 6, chunkSize: PIECE });
    // What ends the source early ends the compressor with the same error, which the loop below throws.
    pipeline(Readable.from(piecesOf(lines)), gzip, () => undefined);
    for await (const piece of await encrypter.encrypt(asWebStream(gzip))) {
      signal?.throwIfAborted();
      await handle.writeFile(piece);
      size += piece.length;
    }
  });
  return size;
}

/**
 * The lines of a file that `sealLines` wrote, or of any age file of gzip'd text. Nothing of a piece that was changed
 * is given out; that the whole file is there is known only at the end.
 * @throws `Refused`: `archive.foreign`, `archive.newer`, `archive.wrongPassphrase`, `archive.wrongKey`,
 * `archive.damaged`, `archive.cut`, `archive.notRead`
 */
export async function* openLines(file: string, using: OpenWith): AsyncGenerator<string> {
  await refuseForeign(file).catch((error: unknown) => {
    throw error instanceof Refused ? error : notRead();
  });
  const decrypter = new Decrypter();
  if ('passphrase' in using) decrypter.addPassphrase(using.passphrase.normalize('NFC'));
  else decrypter.addIdentity(using.identity);
  const source = new Source(file);
  try {
    const open = await decrypter.decrypt(asWebStream(source.pieces()));
    const gunzip = createGunzip({ chunkSize: PIECE });
    pipeline(Readable.from(open), gunzip, () => undefined);
    yield* splitLines(gunzip, LONGEST_LINE);
  } catch (error) {
    throw source.failed ? notRead() : new Refused(failure('refused', whyNotOpen(error, using, source.ended)));
  }
}

/** The bytes of a file, and what became of reading them. */
class Source {
  readonly #file: string;
  /** Everything has been read: what fails now is the file's end. */
  ended = false;
  /** The disk did not give what it should. */
  failed = false;
  constructor(file: string) {
    this.#file = file;
  }
  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of createReadStream(this.#file, { highWaterMark: PIECE })) yield piece as Uint8Array;
    } catch (error) {
      this.failed = true;
      throw error;
    }
    this.ended = true;
  }
}

function notRead(): Refused {
  return new Refused(failure('unavailable', 'archive.notRead'));
}

/** Code of what the library, or the decompressor, stumbled over. Their messages are not shown to anybody. */
function whyNotOpen(error: unknown, using: OpenWith, ended: boolean): string {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('no identity matched'))
    return 'passphrase' in using ? 'archive.wrongPassphrase' : 'archive.wrongKey';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // What was signed and is no gzip was written by another program; a line without end likewise.
  if (code === 'Z_DATA_ERROR' || error instanceof RangeError) return 'archive.foreign';
  return ended ? 'archive.cut' : 'archive.damaged';
}

/** Looks at the first bytes: what is not age is another program's, what is a later age needs a later program. */
async function refuseForeign(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    if (start.startsWith(FORMAT)) {
      // A header without an end would be read into memory whole.
      if (start.includes('\n--- ')) return;
      throw new Refused(failure('refused', bytesRead < PIECE ? 'archive.cut' : 'archive.damaged'));
    }
    if (FORMAT.startsWith(start)) throw new Refused(failure('refused', 'archive.cut'));
    const newer = start.startsWith('age-encryption.org/v');
    throw new Refused(failure('refused', newer ? 'archive.newer' : 'archive.foreign'));
  } finally {
    await handle.close();
  }
}

/** Lines put together to pieces that are worth passing on. */
async function* piecesOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let held = '';
  for await (const line of lines) {
    held += `${line}\n`;
    if (held.length < PIECE) continue;
    yield Buffer.from(held, 'utf8');
    held = '';
  }
  if (held !== '') yield Buffer.from(held, 'utf8');
}

/** As the library wants it: one piece at a time, when it is wanted. */
function asWebStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
