import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { anchorLine, anchorOf, type Anchor } from './anchor.ts';

/** Notes of this many days are all kept, of earlier ones the last of each day (UTC) and those of a restore. */
const FULL_DAYS = 7;
const DAY_MS = 86_400_000;
/** Lines from which thinning is worth a new file. */
const THIN_FROM = 500;

/** Where the notes about a record file lie: beside it. */
export function anchorFileOf(recordFile: string): string {
  const { dir, name } = path.parse(recordFile);
  return path.join(dir, `${name}.anchors`);
}

/** What a file of notes holds, oldest first. */
export interface AnchorsRead {
  readonly kind: 'none' | 'read';
  readonly anchors: readonly Anchor[];
  /** Lines that are not whole or not signed; a last line without its end, which a crash leaves, is not counted. */
  readonly damaged: number;
  readonly torn: boolean;
}

/** Reads a file of notes; synchronous, for workers. Throws what the file system throws, a missing file excepted. */
export function readAnchors(file: string, chainKey: Uint8Array): AnchorsRead {
  const text = textOf(file);
  if (text === null) return { kind: 'none', anchors: [], damaged: 0, torn: false };
  const lines = text.split('\n');
  const torn = lines.pop() !== '';
  const anchors: Anchor[] = [];
  let damaged = 0;
  for (const line of lines) {
    const anchor = anchorOf(line, chainKey);
    // An old line put after newer ones is as good as a forged one.
    if (anchor === null || anchor.n <= (anchors.at(-1)?.n ?? 0)) damaged += 1;
    else anchors.push(anchor);
  }
  return { kind: 'read', anchors, damaged, torn };
}

/**
 * Makes a file of notes ready to be added to: a torn end is dropped, damaged lines are set aside with the whole file,
 * long ago is thinned. Returns the newest note.
 */
export function readyAnchors(file: string, chainKey: Uint8Array, wallMs: number): Anchor | null {
  const { kind, anchors, damaged, torn } = readAnchors(file, chainKey);
  if (kind === 'none') return null;
  const kept = thinned(anchors, wallMs);
  if (damaged > 0) renameSync(file, freeName(file));
  const long = anchors.length > THIN_FROM && kept.length < anchors.length;
  if (damaged > 0 || torn || long) writeAnchors(file, long ? kept : anchors, chainKey);
  return anchors.at(-1) ?? null;
}

/** Brings the notes of one file into another, which keeps all it had: a copy elsewhere never forgets. */
export function mergeAnchors(from: string, into: string, chainKey: Uint8Array, wallMs: number): void {
  const there = readAnchors(into, chainKey);
  if (there.damaged > 0) renameSync(into, freeName(into));
  const all = byNumber([...there.anchors, ...readAnchors(from, chainKey).anchors]);
  writeAnchors(into, thinned(all, wallMs), chainKey);
}

/** Notes of several files in their order, each once; where two of one number differ, both stay. */
export function byNumber(anchors: readonly Anchor[]): Anchor[] {
  const known = new Map(anchors.map((anchor) => [`${anchor.n} ${anchor.seq} ${anchor.hash} ${anchor.at}`, anchor]));
  return [...known.values()].toSorted((one, other) => one.n - other.n);
}

/** All of the last days, the last of each earlier one, and every restore. */
export function thinned(anchors: readonly Anchor[], wallMs: number): Anchor[] {
  const day = (anchor: Anchor | undefined): number | null =>
    anchor === undefined ? null : Math.floor(anchor.at / DAY_MS);
  return anchors.filter(
    (anchor, index) =>
      anchor.at > wallMs - FULL_DAYS * DAY_MS ||
      anchor.reason === 'restored' ||
      day(anchor) !== day(anchors[index + 1]),
  );
}

/** Writes a whole file of notes: under another name, synced, renamed, the folder synced. */
function writeAnchors(file: string, anchors: readonly Anchor[], chainKey: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const making = `${file}.new`;
  const opened = openSync(making, 'w', 0o600);
  try {
    writeSync(opened, anchors.map((anchor) => `${anchorLine(anchor, chainKey)}\n`).join(''));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(making, file);
  if (process.platform === 'win32') return;
  const folder = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function freeName(file: string): string {
  for (let number = 1; ; number += 1) {
    const place = `${file}.damaged-${number}`;
    if (textOf(place) === null) return place;
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
