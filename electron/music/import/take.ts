import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseFile } from 'music-metadata';
import { id3Length, isMislabelled, keptAs, kindOf, type FileKind } from '../../../shared/music/file-kind.ts';
import type { Refusal } from '../../../shared/music/import-report.ts';
import type { LibraryExtension } from '../../../shared/music/library.ts';
import { BytesOf } from './bytes.ts';
import { writePicture } from './cover.ts';
import { mp4Codec } from './mp4.ts';
import { aacLength, mp3Length, wavLength, type Length } from './length.ts';

/** A file that was copied and looked at, and may be decoded now. */
export interface Taken {
  readonly id: string;
  /** Its copy, by its absolute path. */
  readonly copy: string;
  readonly extension: LibraryExtension;
  readonly bytes: number;
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  /** The picture of its tags, as it is, by its absolute path; null where there is none that can be shown. */
  readonly picture: string | null;
  /** ReplayGain of the track, dB; null where no tag stands or it is not one that music can have. */
  readonly gainDb: number | null;
  /** What the file says of its own length, ms; null where it says nothing. */
  readonly declaredMs: number | null;
}

export interface NotTaken {
  readonly reason: Refusal;
  /** What it is, where that says more. */
  readonly kind: string;
}

/** Nobody plays a file of more than this, ms. */
export const LONGEST_MS = 4 * 3_600_000;
const CHUNK = 1 << 20;
/** An ogg page is never longer, bytes. */
const LONGEST_PAGE = 65_307;
const REPLAY_GAIN_LIMIT_DB = 30;

class Refused extends Error {
  readonly answer: NotTaken;
  constructor(reason: Refusal, kind = '') {
    super(reason);
    this.answer = { reason, kind };
  }
}

/**
 * Copies a file into `incoming`, synced, and looks what it is. `turn` is another for each: the same content twice is two
 * copies. In a worker only.
 */
export async function take(source: string, incoming: string, turn: number): Promise<Taken | NotTaken> {
  let copy: string | null = null;
  try {
    const kind = look(source);
    const extension = keptAs(path.basename(source), kind);
    if (extension === null) throw new Refused('otherFormat', kind);
    const copied = copyHashed(source, incoming);
    copy = path.join(incoming, `${turn}-${copied.id}.${extension}`);
    renameSync(copied.file, copy);
    return await describe(copy, copied, extension, path.basename(source));
  } catch (error) {
    if (copy !== null) rmSync(copy, { force: true });
    if (error instanceof Refused) return error.answer;
    return { reason: isGone(error) ? 'gone' : 'unreadable', kind: '' };
  }
}

/** Whether the file, or the stick that it was on, is not there any more. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'EIO' || code === 'ENODEV' || code === 'ENXIO' || code === 'ENOTCONN';
}

/** What the file is; throws why it is refused for that. */
function look(source: string): FileKind {
  if (!statSync(source).isFile()) throw new Refused('unreadable');
  const file = new BytesOf(source);
  try {
    if (file.size === 0) throw new Refused('empty');
    const kind = kindOf(file.read(id3Length(file.read(0, 10)), 64)) ?? firstFrame(file);
    const name = path.basename(source);
    if (kind === null) throw new Refused('unknown');
    if (isMislabelled(name, kind)) throw new Refused('mislabelled', kind);
    if (kind === 'aiff' || kind === 'wma') throw new Refused(kind);
    if (kind === 'mp4') checkMp4(file);
    return kind;
  } finally {
    file.close();
  }
}

/** Some mp3 files begin with a few bytes of nothing. */
function firstFrame(file: BytesOf): FileKind | null {
  const start = id3Length(file.read(0, 10));
  const head = file.read(start, 4096);
  const zeros = head.findIndex((byte) => byte !== 0);
  return zeros <= 0 ? null : kindOf(head.subarray(zeros, zeros + 64));
}

function checkMp4(file: BytesOf): void {
  const codec = mp4Codec(file);
  if (codec === 'drms' || codec === 'enca') throw new Refused('protected');
  if (codec === 'alac') throw new Refused('alac');
  if (codec === null) throw new Refused('truncated');
  if (codec !== 'mp4a') throw new Refused('otherFormat', codec);
}

/** Copies byte for byte, hashing what is written; throws `Refused` where it cannot be written. */
function copyHashed(source: string, incoming: string): { readonly id: string; readonly file: string; bytes: number } {
  const file = path.join(incoming, 'copying');
  const hash = createHash('sha256');
  const from = openSync(source, 'r');
  try {
    const { size } = fstatSync(from);
    const to = openSync(file, 'w', 0o600);
    try {
      const buffer = Buffer.alloc(CHUNK);
      let bytes = 0;
      for (;;) {
        const read = readSync(from, buffer, 0, CHUNK, null);
        if (read === 0) break;
        const part = buffer.subarray(0, read);
        hash.update(part);
        written(() => {
          for (let at = 0; at < read;) at += writeSync(to, part, at);
        });
        bytes += read;
      }
      if (bytes < size) throw new Refused('gone');
      written(() => fsyncSync(to));
      return { id: hash.digest('hex'), file, bytes };
    } finally {
      closeSync(to);
    }
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(from);
  }
}

function written(work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new Refused(code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'notWritten');
  }
}

async function describe(
  copy: string,
  { id, bytes }: { readonly id: string; readonly bytes: number },
  extension: LibraryExtension,
  name: string,
): Promise<Taken> {
  const tags = await parseFile(copy, { duration: false, skipCovers: false }).catch(() => null);
  const { common, format } = tags ?? {};
  const length = lengthOf(copy, extension, format?.duration ?? null);
  if (length === null) throw new Refused('broken');
  if (length.cut) throw new Refused('truncated');
  if ((length.declaredMs ?? 0) > LONGEST_MS) throw new Refused('tooLong');
  const picture = `${copy}.picture`;
  const gain = common?.replaygain_track_gain?.dB ?? null;
  return {
    id,
    copy,
    extension,
    bytes,
    title: words(common?.title) || name.replace(/\.[^.]*$/, '').slice(0, 200),
    artist: words(common?.artist),
    album: words(common?.album),
    picture: writePicture(common?.picture ?? [], picture) ? picture : null,
    gainDb: gain !== null && Math.abs(gain) <= REPLAY_GAIN_LIMIT_DB ? gain : null,
    declaredMs: length.declaredMs,
  };
}

/** Its length by its own bytes, or else by its tags (`seconds`); null where it is broken. */
function lengthOf(copy: string, extension: LibraryExtension, seconds: number | null): Length | null {
  const file = new BytesOf(copy);
  try {
    const from = id3Length(file.read(0, 10));
    if (extension === 'mp3') return mp3Length(file, from);
    if (extension === 'aac') return aacLength(file, from);
    if (extension === 'wav') return wavLength(file);
    const cut = (extension === 'ogg' || extension === 'opus') && oggIsCut(file);
    return { declaredMs: seconds === null ? null : seconds * 1000, cut };
  } finally {
    file.close();
  }
}

/** Whether the last page of an ogg file is not all there. */
function oggIsCut(file: BytesOf): boolean {
  const tail = Buffer.from(file.read(Math.max(0, file.size - LONGEST_PAGE), LONGEST_PAGE));
  const page = tail.subarray(Math.max(0, tail.lastIndexOf('OggS')));
  const segments = page.subarray(27, 27 + (page[26] ?? 0));
  return page.length < 27 + segments.length + segments.reduce((sum, size) => sum + size, 0);
}

function words(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200);
}
