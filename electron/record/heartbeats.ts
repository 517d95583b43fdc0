import * as z from 'zod/mini';
import type { ClockReading } from '../../shared/time/clock.ts';
import { prepared } from './connection.ts';
import type { Store } from './store.ts';

const heartbeatSchema = z.object({ wall: z.number(), monotonic: z.number(), uptime: z.number(), boot_id: z.string() });

const WRITE = `INSERT INTO heartbeats (session_id, wall, monotonic, uptime, boot_id) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (session_id) DO UPDATE
  SET wall = excluded.wall, monotonic = excluded.monotonic, uptime = excluded.uptime, boot_id = excluded.boot_id`;

/** Overwrites a session's sign of life. It only dates a gap and is never state. */
export function writeHeartbeat(store: Store, sessionId: string, clock: ClockReading): void {
  prepared(store.writer, WRITE).run(sessionId, clock.wallMs, clock.monotonicMs, clock.uptimeMs, clock.bootId);
}

/** A session's last sign of life, or null where it never gave one. */
export function readHeartbeat(store: Store, sessionId: string): ClockReading | null {
  const sql = 'SELECT wall, monotonic, uptime, boot_id FROM heartbeats WHERE session_id = ?';
  const row = prepared(store.reader, sql).get(sessionId);
  if (row === undefined) return null;
  const { wall, monotonic, uptime, boot_id: bootId } = heartbeatSchema.parse(row);
  return { wallMs: wall, monotonicMs: monotonic, uptimeMs: uptime, bootId };
}
