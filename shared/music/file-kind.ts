import type { LibraryExtension } from './library.ts';

/** What a file is by its first bytes, whatever its name says. `null`: nothing that is known. */
export type FileKind =
  | 'mp3'
  | 'aac'
  | 'mp4'
  | 'ogg'
  | 'flac'
  | 'wav'
  | 'aiff'
  | 'wma'
  | 'ape'
  | 'wavpack'
  | 'midi'
  | 'webm'
  | 'other';

/** Which kinds a name may promise. */
const promised: Readonly<Record<string, readonly FileKind[]>> = {
  mp3: ['mp3'],
  m4a: ['mp4'],
  m4b: ['mp4'],
  m4p: ['mp4'],
  mp4: ['mp4'],
  aac: ['aac'],
  ogg: ['ogg'],
  oga: ['ogg'],
  opus: ['ogg'],
  flac: ['flac'],
  wav: ['wav'],
  wave: ['wav'],
  aif: ['aiff'],
  aiff: ['aiff'],
  aifc: ['aiff'],
  wma: ['wma'],
  ape: ['ape'],
  wv: ['wavpack'],
  mid: ['midi'],
  webm: ['webm'],
  mka: ['webm'],
};

/** The extension of a name, in small letters, without its dot; empty where it has none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a name promises sound, so that a folder's pictures and texts are passed over. */
export function promisesSound(name: string): boolean {
  return !name.startsWith('.') && Object.hasOwn(promised, extensionOf(name));
}

/** Whether the name promises something else than what the file is. */
export function isMislabelled(name: string, kind: FileKind): boolean {
  const extension = extensionOf(name);
  return Object.hasOwn(promised, extension) && promised[extension]?.includes(kind) === false;
}

/** The extension under which a kind is kept. */
export function keptAs(name: string, kind: FileKind): LibraryExtension | null {
  switch (kind) {
    case 'mp3':
    case 'aac':
    case 'flac':
    case 'wav':
      return kind;
    case 'mp4':
      return 'm4a';
    case 'ogg':
      return extensionOf(name) === 'opus' ? 'opus' : 'ogg';
    default:
      return null;
  }
}

/** Length of an ID3v2 tag at the beginning, bytes; 0 where there is none. The sound's own bytes come after it. */
export function id3Length(head: Uint8Array): number {
  if (ascii(head, 0, 3) !== 'ID3' || head.length < 10) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const footer = ((head[5] ?? 0) & 0x10) === 0 ? 0 : 10;
  return 10 + ((a << 21) | (b << 14) | (c << 7) | d) + footer;
}

/** What begins with these bytes (a dozen and more of them, any ID3 tag left out). */
export function kindOf(head: Uint8Array): FileKind | null {
  const four = ascii(head, 0, 4);
  const type = ascii(head, 8, 4);
  if (four === 'RIFF' || four === 'RF64') return type === 'WAVE' ? 'wav' : 'other';
  if (four === 'fLaC') return 'flac';
  if (four === 'OggS') return 'ogg';
  if (ascii(head, 4, 4) === 'ftyp') return 'mp4';
  if (four === 'FORM') return type.startsWith('AIF') ? 'aiff' : 'other';
  if (four === 'MAC ') return 'ape';
  if (four === 'wvpk') return 'wavpack';
  if (four === 'MThd') return 'midi';
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x30, 0x26, 0xb2, 0x75)) return 'wma';
  if (begins(0x1a, 0x45, 0xdf, 0xa3)) return 'webm';
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x50, 0x4b, 3, 4) || four === '%PDF')
    return 'other';
  return frameKind(head);
}

/** MPEG audio and ADTS have no name at their beginning, only the bits of a first frame. */
function frameKind(head: Uint8Array): FileKind | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const layer = (second >> 1) & 3;
  if ((second & 0xf6) === 0xf0) return ((third >> 2) & 15) < 13 ? 'aac' : null;
  const reserved = (third & 0xf0) === 0xf0 || (third & 0x0c) === 0x0c || (second & 0x18) === 0x08;
  return layer === 1 && !reserved ? 'mp3' : null;
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
