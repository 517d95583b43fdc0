import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { anchorFileOf } from '../../../electron/record/anchors/anchor-file.ts';
import { eventsAfter } from '../../../electron/record/event-rows.ts';
import { diskCodeOf } from '../../../electron/record/failures.ts';
import { leaveStore, openStore, type Store } from '../../../electron/record/store.ts';
import { checkTail, verifyAll } from '../../../electron/record/verify.ts';
import { assertSaid, assertSaidOfOpening } from '../sentences.ts';
import type { Cut } from './cuts.ts';
import type { Image } from './image.ts';

/**
 * What became of a cut: `whole` nothing acknowledged is gone, `refused` the record does not open and no byte changed,
 * `found` the file alone tells, `note` only the head noted outside tells that the end is gone.
 */
export type Outcome = 'whole' | 'refused' | 'found' | 'note';

const outside = new Set(['record.behindAnchor', 'record.rewritten']);

/** Opens and checks a cut record as the app and `verify` do; throws where something is gone and nobody would know. */
export async function judge(image: Image, cut: Cut): Promise<Outcome> {
  const { file } = image.options;
  lay(image, cut);
  const opened = openStore({ ...image.options, mayCreate: true });
  if ('ok' in opened) {
    assertSaidOfOpening(opened.code);
    assert.ok(['record.damaged', 'disk.error'].includes(opened.code), `refused with ${opened.code}`);
    assert.ok(readFileSync(file).equals(cut.file), 'the file was changed');
    if (existsSync(`${file}-wal`)) assert.ok(readFileSync(`${file}-wal`).equals(cut.log), 'the log was changed');
    return 'refused';
  }
  try {
    const codes = await codesOf(opened);
    for (const code of codes) assertSaid(code);
    if (codes.some((code) => !outside.has(code))) return 'found';
    const kept = eventsAfter(opened.reader, 0, image.acknowledged.length + 1).map(({ event }) => event);
    // What the file holds and calls whole is the beginning of what was acknowledged, and nothing else.
    assert.deepEqual(
      kept.map(({ commandId, body }) => ({ commandId, body })),
      image.acknowledged.slice(0, kept.length),
    );
    const pages = opened.reader.pragma('integrity_check(1)', { simple: true });
    assert.equal(pages, 'ok', `damage that verify did not find: ${String(pages)}`);
    if (kept.length === image.acknowledged.length && codes.length === 0) return 'whole';
    assert.deepEqual(codes, ['record.behindAnchor'], `${kept.length} events are left and nobody would know`);
    return 'note';
  } finally {
    leaveStore(opened);
  }
}

/** What the start-up check and the whole check tell; damage that SQLite meets on the way is told as such. */
async function codesOf(store: Store): Promise<readonly string[]> {
  const codes = new Set<string>();
  for (const check of [checkTail, verifyAll]) {
    try {
      for (const { code } of (await check(store)).findings) codes.add(code);
    } catch (error) {
      codes.add(diskCodeOf(error) ?? String(error));
    }
  }
  codes.delete('record.notClosedCleanly');
  return [...codes];
}

function lay({ options, notes }: Image, cut: Cut): void {
  rmSync(`${options.file}-shm`, { force: true });
  writeFileSync(options.file, cut.file);
  writeFileSync(`${options.file}-wal`, cut.log);
  writeFileSync(anchorFileOf(options.file), notes);
}
