import * as z from 'zod/mini';
import { erasureBodySchema } from '../../../shared/people/erasure-events.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import { bodyOf, lightOfStream, type LightEvent } from './light-events.ts';
import { courseRows, patientRows, staffRows } from './people-rows.ts';
import { partOf } from './projection.ts';
import { keepRead, readLineOf, type ReadLine } from './read-rows.ts';
import { sessionRows } from './session-rows.ts';

/** Everything derived, as some events change it: folded in memory, written at once. */
export interface Batch {
  readonly add: (event: LightEvent) => void;
  /**
   * Folds a stream anew from all of its events; nothing of its old row stays.
   * @returns the streams that its row is written with: a session's patient
   */
  readonly refold: (stream: string) => readonly string[];
  readonly changed: () => boolean;
  readonly write: () => void;
}

const streamSchema = z.object({ stream: z.string() });

/** Begins a batch over all derived tables. */
export function startBatch(database: Sqlite): Batch {
  // In this order they are written: a session is found by its patient's name.
  const sessions = partOf(database, sessionRows);
  const people = [partOf(database, staffRows), partOf(database, patientRows), partOf(database, courseRows)];
  const parts = [...people, sessions];
  const reads: ReadLine[] = [];
  const partFor = (stream: string) => parts.find(({ prefix }) => stream.startsWith(prefix));
  const refold = (stream: string): readonly string[] => {
    const part = partFor(stream);
    if (part === undefined) return [];
    const id = stream.slice(part.prefix.length);
    const events = lightOfStream(database, stream);
    if (part !== sessions) part.refold(id, events);
    const patientId = part === sessions ? (sessions.refold(id, events)?.facts.patientId ?? null) : null;
    return patientId === null ? [] : [`patient:${patientId}`];
  };
  return {
    add: (event) => {
      const read = readLineOf(event);
      if (read !== null) reads.push(read);
      else if (event.stream.startsWith('erasure:')) erased(database, event).forEach(refold);
      else partFor(event.stream)?.add(event);
    },
    refold,
    changed: () => reads.length > 0 || parts.some((part) => part.changed()),
    write: () => {
      for (const part of parts) part.write();
      for (const read of reads) keepRead(database, read);
    },
  };
}

/** The streams that an erasure took bodies from: their rows are made anew from what is left. */
function erased(database: Sqlite, event: LightEvent): string[] {
  const erasure = erasureBodySchema.safeParse(bodyOf(event));
  if (!erasure.success) return [];
  const sql = 'SELECT DISTINCT stream FROM events WHERE seq BETWEEN ? AND ?';
  const rows = erasure.data.ranges.flatMap(({ from, to }) => prepared(database, sql).all(from, to));
  return [
    ...new Set(
      z
        .array(streamSchema)
        .parse(rows)
        .map(({ stream }) => stream),
    ),
  ];
}
