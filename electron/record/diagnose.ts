import { createHmac, pbkdf2Sync } from 'node:crypto';
import { accessSync, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';

/** Layout of a SQLCipher 4 page: content, then 16 bytes IV and 64 bytes HMAC-SHA-512; page 1 begins with a 16-byte salt. */
const PAGE = 4096;
const IV = 16;
const MAC = 64;
const SALT = 16;
/** Pages looked at from either end of the file. */
const SAMPLE = 16;

/** What stands at a path before it is opened with a key; null where nothing speaks against trying. */
export function looksOf(file: string): 'missing' | 'otherProgram' | 'damaged' | null {
  const opened = openToRead(file);
  if (opened === null) return 'missing';
  try {
    const head = Buffer.alloc(SALT);
    const read = readSync(opened, head, 0, SALT, 0);
    if (head.subarray(0, read).toString('latin1').startsWith('SQLite format 3')) return 'otherProgram';
    // A first page that was never written: without the salt in it no other page would prove the key right.
    const blank = read === SALT && head.every((byte) => byte === 0);
    return blank || fstatSync(opened).size < PAGE ? 'damaged' : null;
  } finally {
    closeSync(opened);
  }
}

/**
 * Why a file did not open: some page carries a signature made with the key (so the key is right and the file damaged),
 * or none does (another key, or no record at all).
 */
export function whyNotOpen(file: string, key: Uint8Array): 'damaged' | 'wrongKey' {
  const opened = openToRead(file);
  if (opened === null) return 'damaged';
  try {
    const pages = Math.floor(fstatSync(opened).size / PAGE);
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const sample = new Set([...numbers.slice(0, SAMPLE), ...numbers.slice(-SAMPLE)]);
    const salt = Buffer.alloc(SALT);
    readSync(opened, salt, 0, SALT, 0);
    const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
    return [...sample].some((number) => isSigned(opened, number, macKey)) ? 'damaged' : 'wrongKey';
  } finally {
    closeSync(opened);
  }
}

/**
 * Whether the folder of a file takes writing. Where it does not, SQLite only says that it cannot open the file: it needs
 * files of its own beside it (`-wal`, `-shm`).
 */
export function takesWriting(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM';
  }
}

function isSigned(opened: number, number: number, macKey: Uint8Array): boolean {
  const page = Buffer.alloc(PAGE);
  readSync(opened, page, 0, PAGE, (number - 1) * PAGE);
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const signed = page.subarray(number === 1 ? SALT : 0, PAGE - IV - MAC + IV);
  const mac = createHmac('sha512', macKey).update(signed).update(place).digest();
  return mac.equals(page.subarray(PAGE - MAC));
}

function openToRead(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
