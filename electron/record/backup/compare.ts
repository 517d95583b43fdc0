import * as z from 'zod/mini';
import { lookAfterRoles, type Staff } from '../../../shared/people/people.ts';
import { anchorFileOf, readAnchors } from '../anchors/anchor-file.ts';
import { prepared } from '../connection.ts';
import * as lists from '../lists.ts';
import type { Reading } from '../reading.ts';
import type { Sqlite } from '../sqlite.ts';
import type { BackupManifest } from './manifest.ts';

/** Sessions that are named in a preview, at most. */
const NAMED = 20;

/** What one record has and the other has not. */
export interface Difference {
  readonly entries: number;
  /** Sessions and patients with entries that only this side has. */
  readonly sessions: number;
  readonly patients: number;
  readonly erasures: number;
  /** The newest of these sessions: when, and whose. Names for signed-in staff only. */
  readonly named: readonly { readonly createdAt: number; readonly patientName: string | null }[];
}

/** What a restore would change. */
export interface Preview {
  readonly copy: BackupManifest;
  /** When its last entry was written, epoch ms; null where it is empty. */
  readonly newestInCopy: number | null;
  /** Against the present record; null where that cannot be read. */
  readonly against: {
    readonly newestHere: number | null;
    readonly gained: Difference;
    readonly lost: Difference;
  } | null;
  /** From the notes beside the record: what was written after the copy was made, at least. */
  readonly noted: { readonly entries: number; readonly sessionsEnded: number };
  /** Those in the copy whose PIN a restore can be signed with. */
  readonly staff: readonly Staff[];
}

const streamSchema = z.object({ stream: z.string(), entries: z.int() });
const newestSchema = z.object({ at: z.nullable(z.number()) });

type Streams = ReadonlyMap<string, number>;

/** Compares a copy with the present record by counting what each stream holds. */
export function preview(copy: BackupManifest, copied: Reading, present: Reading | null, recordFile: string): Preview {
  const there = streamsOf(copied.reader);
  const here = present === null ? null : streamsOf(present.reader);
  return {
    copy,
    newestInCopy: newestOf(copied.reader),
    against:
      present === null || here === null
        ? null
        : {
            newestHere: newestOf(present.reader),
            gained: onlyIn(there, here, copied.reader),
            lost: onlyIn(here, there, present.reader),
          },
    noted: notedAfter(copy, recordFile, copied.chainKey),
    staff: lists.allStaff(copied.reader).filter(({ role, active }) => active && lookAfterRoles.includes(role)),
  };
}

function onlyIn(one: Streams, other: Streams, reader: Sqlite): Difference {
  const more = [...one].filter(([stream, entries]) => entries > (other.get(stream) ?? 0));
  const ids = (prefix: string): string[] =>
    more.filter(([stream]) => stream.startsWith(prefix)).map(([stream]) => stream.slice(prefix.length));
  const sessions = ids('session:');
  const rows = sessions.map((id) => lists.oneSession(reader, id)).filter((row) => row !== null);
  return {
    entries: more.reduce((sum, [stream, entries]) => sum + entries - (other.get(stream) ?? 0), 0),
    sessions: sessions.length,
    patients: ids('patient:').length,
    erasures: ids('erasure:').length,
    named: rows
      .toSorted((a, b) => b.createdAt - a.createdAt)
      .slice(0, NAMED)
      .map(({ createdAt, patientName }) => ({ createdAt, patientName })),
  };
}

function notedAfter(copy: BackupManifest, recordFile: string, chainKey: Uint8Array): Preview['noted'] {
  const { anchors } = readAnchors(anchorFileOf(recordFile), chainKey);
  const after = anchors.filter(({ file, seq }) => file === copy.fileId && seq > copy.seq);
  return {
    entries: Math.max(0, ...after.map(({ seq }) => seq - copy.seq)),
    sessionsEnded: after.filter(({ reason }) => reason === 'sessionEnd').length,
  };
}

function streamsOf(reader: Sqlite): Streams {
  const rows = prepared(reader, 'SELECT stream, max(stream_seq) AS entries FROM events GROUP BY stream').all();
  return new Map(rows.map((row) => streamSchema.parse(row)).map(({ stream, entries }) => [stream, entries]));
}

function newestOf(reader: Sqlite): number | null {
  const sql = 'SELECT (SELECT recorded_wall FROM events ORDER BY seq DESC LIMIT 1) AS at';
  return newestSchema.parse(prepared(reader, sql).get()).at;
}
