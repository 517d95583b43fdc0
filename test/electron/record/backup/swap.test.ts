import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { appendEvents } from '../../../../electron/record/append.ts';
import { exchange, finishExchange, planFile, stagedFile } from '../../../../electron/record/backup/swap.ts';
import type { OpenOptions } from '../../../../electron/record/client-types.ts';
import { eventsSince } from '../../../../electron/record/event-rows.ts';
import { closeStore } from '../../../../electron/record/store.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../../helpers/temp-record.ts';

/** Acts on names and files that are still done before the power goes; null lets all of them happen. */
const power = vi.hoisted(() => ({ left: null as number | null }));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  const act =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      if (power.left === 0) throw new Error('power cut');
      if (power.left !== null) power.left -= 1;
      return work(...args);
    };
  return {
    ...actual,
    renameSync: act(actual.renameSync),
    rmSync: act(actual.rmSync),
    writeFileSync: act(actual.writeFileSync),
    fsyncSync: act(actual.fsyncSync),
  };
});

let temp: ReturnType<typeof tempFolder> | null = null;
afterEach(() => {
  power.left = null;
  temp?.remove();
  temp = null;
});

/** A record with its log still beside it, as a crash leaves it, and a checked copy of an earlier day in one file. */
function before(options: OpenOptions, keep: string): void {
  mkdirSync(keep, { recursive: true });
  const store = openStoreOrThrow(options);
  appendEvents(store, [anAppend('session:a', 0, null, { type: 'old' })]);
  closeStore(store);
  copyFileSync(options.file, path.join(keep, 'copy'));
  const open = openStoreOrThrow(options);
  appendEvents(open, [anAppend('session:a', 1, null, { type: 'later' })]);
  for (const part of ['', '-wal']) copyFileSync(options.file + part, path.join(keep, `present${part}`));
  closeStore(open);
}

function entries(file: string, options: OpenOptions): number {
  const store = openStoreOrThrow({ ...options, file, mayCreate: false });
  const { length } = eventsSince(store.reader, 'session:a', 0, -1);
  closeStore(store);
  return length;
}

test('cut off after any step, the next start has the copy or the record, each whole, and what went lies aside', () => {
  temp = tempFolder();
  const options = tempOptions(path.join(temp.folder, 'data'));
  const keep = path.join(temp.folder, 'keep');
  before(options, keep);
  const seen = new Set<number>();
  let cuts = 0;
  for (let finished = false; !finished; cuts += 1) {
    for (const name of readdirSync(path.dirname(options.file))) rmSync(path.join(path.dirname(options.file), name));
    for (const part of ['', '-wal']) copyFileSync(path.join(keep, `present${part}`), options.file + part);
    copyFileSync(path.join(keep, 'copy'), stagedFile(options.file));
    power.left = cuts;
    try {
      exchange(options.file, Date.UTC(2026, 2, 3));
      finished = true;
    } catch (error) {
      expect(String(error)).toContain('power cut');
    }
    power.left = null;
    finishExchange(options.file);
    const aside = path.join(path.dirname(options.file), 'clinic.before-restore-2026-03-03-1.db');
    const now = entries(options.file, options);
    seen.add(now);
    expect(now).toBe(existsSync(aside) ? 1 : 2);
    if (existsSync(aside)) expect(entries(aside, options)).toBe(2);
    expect(existsSync(planFile(options.file))).toBe(false);
  }
  expect(cuts).toBeGreaterThan(6);
  expect(seen).toEqual(new Set([1, 2]));
});

test('where no record was, the copy becomes it and nothing lies aside', () => {
  temp = tempFolder();
  const options = tempOptions(path.join(temp.folder, 'data'));
  const keep = path.join(temp.folder, 'keep');
  before(options, keep);
  rmSync(options.file);
  copyFileSync(path.join(keep, 'copy'), stagedFile(options.file));
  expect(exchange(options.file, 0)).toBe(null);
  expect(entries(options.file, options)).toBe(1);
});
