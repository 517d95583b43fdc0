import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Patient, Staff } from '../../shared/people/people.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Verified } from './record-file.ts';

/** The record of the demo's session; all people in it are made up. */
export interface KeptRecord {
  readonly note: string;
  readonly rate: number;
  readonly staff: readonly Staff[];
  readonly patient: Patient | null;
  readonly protocol: Protocol;
  readonly verification: readonly Verified[];
  readonly events: readonly SessionEvent[];
}

/** Writes `record.json` into the folder. */
export function keepRecord(out: string, record: KeptRecord): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'record.json'), `${JSON.stringify(record, null, 2)}\n`);
}
