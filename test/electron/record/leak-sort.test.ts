import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../../electron/record/connection.ts';
import type { Sqlite } from '../../../electron/record/sqlite.ts';
import { leaksIn } from '../../helpers/leak-search.ts';
import { tempFolder } from '../../helpers/temp-record.ts';

const WORD = 'Zyxwvutia Quappenstein';
const ROWS = 40_000;

/** The driver's way to call back in the middle of a query; the record itself has no use for it. */
type Calling = Sqlite & { function(name: string, work: () => number): void };

/** What this process holds open although its name is gone, and which of it shows the word. */
function unlinked(): { readonly files: number; readonly leaks: number } {
  let files = 0;
  let leaks = 0;
  for (const fd of readdirSync('/proc/self/fd')) {
    const place = `/proc/self/fd/${fd}`;
    const target = linkOf(place);
    if (!target.endsWith(' (deleted)') || /^\/(memfd:|dev\/shm\/)/.test(target)) continue;
    files += 1;
    leaks += leaksIn(readFileSync(place), target, [WORD]).length;
  }
  return { files, leaks };
}

function linkOf(place: string): string {
  try {
    return readlinkSync(place);
  } catch {
    return '';
  }
}

/** A table of some 20 MB that no cache holds, on a connection as the record opens it. */
function filled(folder: string): Calling {
  const database = openConnection(path.join(folder, 'sorted.db'), new Uint8Array(32).fill(7), 'create') as Calling;
  database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  database.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
    INSERT INTO notes SELECT i, '${WORD} ' || hex(randomblob(230)) FROM n`);
  return database;
}

/** A sort larger than any that the app asks for; looked at when its first row is out, while all it put away still lies there. */
const SORT = "SELECT look() FROM (SELECT text FROM notes ORDER BY text || '' DESC LIMIT 1000000) LIMIT 1";

test.runIf(process.platform === 'linux')(
  'the largest sort puts nothing into a file, not even into one without a name',
  () => {
    const { folder, remove } = tempFolder();
    const database = filled(folder);
    const seen: ReturnType<typeof unlinked>[] = [];
    database.function('look', () => seen.push(unlinked()));
    database.prepare(SORT).get();
    expect(seen).toEqual([{ files: 0, leaks: 0 }]);

    // The same sort where temporary data goes to files: the same look finds it, readable.
    database.pragma('temp_store = FILE');
    database.prepare(SORT).get();
    expect(seen[1]?.files).toBeGreaterThan(0);
    expect(seen[1]?.leaks).toBeGreaterThan(0);
    database.close();
    remove();
  },
);
