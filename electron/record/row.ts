import { createHash, createHmac } from 'node:crypto';

/** An event as its row stands in the file. */
export interface EventRow {
  readonly seq: number;
  readonly stream: string;
  readonly stream_seq: number;
  readonly recorded_wall: number;
  readonly recorded_monotonic: number;
  readonly recorded_uptime: number;
  readonly boot_id: string;
  readonly occurred_at: number;
  readonly session_ms: number | null;
  readonly author: string;
  readonly pc: string;
  readonly command_id: string | null;
  readonly version: number;
  readonly commitment: Uint8Array;
  readonly prev_hash: Uint8Array;
  readonly hash: Uint8Array;
}

/** Every column but the hash itself, in the order in which they are hashed. */
export const hashedColumns = [
  ['seq', 'integer'],
  ['stream', 'text'],
  ['stream_seq', 'integer'],
  ['recorded_wall', 'real'],
  ['recorded_monotonic', 'real'],
  ['recorded_uptime', 'real'],
  ['boot_id', 'text'],
  ['occurred_at', 'real'],
  ['session_ms', 'real'],
  ['author', 'text'],
  ['pc', 'text'],
  ['command_id', 'text'],
  ['version', 'integer'],
  ['commitment', 'blob'],
  ['prev_hash', 'blob'],
] as const satisfies readonly (readonly [Exclude<keyof EventRow, 'hash'>, string])[];

/** A column's value as SQLite gives it; text may come as its stored bytes. */
export type Stored = number | string | Uint8Array | null;
/** The columns as they lie in the file. */
export type StoredRow = Readonly<Record<(typeof hashedColumns)[number][0], Stored>>;

const DOMAIN = Buffer.from('stillroom event 1\n', 'ascii');

/**
 * The bytes that a row's hash is made over; see README.md. Every value carries its type, texts and blobs their length
 * in bytes, so that no two different rows give the same bytes.
 */
export function canonicalBytes(row: StoredRow): Uint8Array {
  return Buffer.concat([DOMAIN, ...hashedColumns.map(([column, type]) => encode(row[column], type))]);
}

/** The hash of a row under the chain key: HMAC-SHA-256, 32 bytes. */
export function hashOf(row: StoredRow, chainKey: Uint8Array): Uint8Array {
  return createHmac('sha256', chainKey).update(canonicalBytes(row)).digest();
}

/** What an event keeps of its body: SHA-256 of salt and body bytes. Without the salt it tells nothing of the body. */
export function commitmentOf(salt: Uint8Array, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(salt).update(body).digest();
}

/** The `prev_hash` of a file's first event. */
export function chainStart(fileId: Uint8Array): Uint8Array {
  return createHash('sha256').update('stillroom chain 1\n').update(fileId).digest();
}

/** Kept in the file to tell whether a chain key belongs to it. */
export function chainCheck(fileId: Uint8Array, chainKey: Uint8Array): Uint8Array {
  return createHmac('sha256', chainKey).update('stillroom chain key 1\n').update(fileId).digest();
}

function encode(value: Stored, type: (typeof hashedColumns)[number][1]): Uint8Array {
  if (value === null) return Buffer.from('N');
  if (typeof value === 'number') return encodeNumber(value, type);
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  const head = Buffer.alloc(5);
  head.write(type === 'text' ? 'T' : 'B', 'ascii');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function encodeNumber(value: number, type: (typeof hashedColumns)[number][1]): Uint8Array {
  const bytes = Buffer.alloc(9);
  if (type === 'integer') {
    bytes.write('I', 'ascii');
    bytes.writeBigInt64BE(BigInt(value), 1);
  } else {
    bytes.write('R', 'ascii');
    // SQLite keeps no minus zero.
    bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  }
  return bytes;
}
