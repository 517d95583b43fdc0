import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenOptions } from '../../electron/record/client-types.ts';

interface FixtureNote {
  readonly dataKey: string;
  readonly chainKey: string;
  readonly schema: number;
  readonly rows: number;
  readonly head: string;
}

/** A copy of a kept record file in a folder of a test, and what the file must still say. */
export function copyOfFixture(
  version: 1 | 2,
  folder: string,
): { readonly options: OpenOptions; readonly note: FixtureNote } {
  const kept = fileURLToPath(new URL(`../fixtures/record/v${version}/`, import.meta.url));
  const note = JSON.parse(readFileSync(path.join(kept, 'clinic.json'), 'utf8')) as FixtureNote;
  const file = path.join(folder, 'clinic.db');
  copyFileSync(path.join(kept, 'clinic.db'), file);
  const options: OpenOptions = {
    file,
    dataKey: Buffer.from(note.dataKey, 'hex'),
    chainKey: Buffer.from(note.chainKey, 'hex'),
    pc: 'pc-1',
    kind: 'clinic',
    mayCreate: false,
  };
  return { options, note };
}
