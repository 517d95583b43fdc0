import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

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

type ColumnType = (typeof hashedColumns)[number][1];

const DOMAIN = Buffer.from('stillroom event 1\n', 'ascii');

/**
 * The bytes that a row's hash is made over; see README.md. Every value carries its type, texts and blobs their length
 * in bytes, so that no two different rows give the same bytes.
 */
export function canonicalBytes(row: StoredRow): Uint8Array {
  let most = DOMAIN.length;
  for (const [column] of hashedColumns) most += mostBytes(row[column]);
  const bytes = Buffer.allocUnsafe(most);
  let end = DOMAIN.copy(bytes);
  for (const [column, type] of hashedColumns) end = encode(bytes, end, row[column], type);
  return bytes.subarray(0, end);
}

/** The hash of a row under the chain key: HMAC-SHA-256, 32 bytes. */
export function hashOf(row: StoredRow, chainKey: Uint8Array): Uint8Array {
  return createHmac('sha256', keyOf(chainKey)).update(canonicalBytes(row)).digest();
}

const keys = new WeakMap<Uint8Array, KeyObject>();

/** Set up once: a key handed over as bytes is set up anew for every hash, which takes longer than the hash. */
function keyOf(chainKey: Uint8Array): KeyObject {
  const known = keys.get(chainKey) ?? createSecretKey(chainKey);
  keys.set(chainKey, known);
  return known;
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

/** Room that is enough for a value with its type and length. */
function mostBytes(value: Stored): number {
  if (value === null) return 1;
  // A UTF-16 unit takes at most three bytes of UTF-8.
  if (typeof value === 'string') return 5 + 3 * value.length;
  return typeof value === 'number' ? 9 : 5 + value.length;
}

/** Writes a value from `at` on. @returns where the next one begins */
function encode(bytes: Buffer, at: number, value: Stored, type: ColumnType): number {
  if (value === null) return bytes.write('N', at, 'latin1') + at;
  if (typeof value === 'number') return encodeNumber(bytes, at, value, type);
  bytes.write(type === 'text' ? 'T' : 'B', at, 'latin1');
  const length = typeof value === 'string' ? bytes.write(value, at + 5, 'utf8') : value.length;
  if (typeof value !== 'string') bytes.set(value, at + 5);
  bytes.writeUInt32BE(length, at + 1);
  return at + 5 + length;
}

function encodeNumber(bytes: Buffer, at: number, value: number, type: ColumnType): number {
  if (type === 'integer') {
    bytes.write('I', at, 'latin1');
    return bytes.writeBigInt64BE(BigInt(value), at + 1);
  }
  bytes.write('R', at, 'latin1');
  // SQLite keeps no minus zero.
  return bytes.writeDoubleBE(value === 0 ? 0 : value, at + 1);
}
