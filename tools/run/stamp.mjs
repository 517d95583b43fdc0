import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file below a folder, sorted; empty where there is no such folder.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(full) : [full];
    })
    .sort();
}

/**
 * One hash over words and the contents of files. A file that is missing counts as such.
 * @param {string} base paths count relative to this folder, so that a clone elsewhere has the same hash
 * @param {readonly string[]} files
 * @param {readonly string[]} words
 */
export function hashOf(base, files, words) {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const file of files) {
    hash.update(`${path.relative(base, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : 'missing');
    hash.update('\0');
  }
  return hash.digest('hex');
}

/**
 * Names and sizes of large files, as words for a hash: reading 60 MB of music at every start would be felt.
 * @param {string} base
 * @param {readonly string[]} files
 */
export function sizesOf(base, files) {
  return files.map((file) => `${path.relative(base, file)} ${statSync(file).size}`);
}

/**
 * @param {string} file
 * @param {string} value
 */
export function stampIs(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

/**
 * Written only when the work is whole; taken away before it begins, so that a killed run is noticed.
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true });
}
