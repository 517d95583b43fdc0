import { useCallback, useState } from 'react';
import { MOST_CHOSEN } from '../../shared/ipc/exports.ts';
import type { SessionRow } from '../../shared/people/people.ts';

/** Sessions chosen in the list, whatever it is narrowed to: to compare two, or to export them. */
export interface Chosen {
  /** Newest first. */
  readonly rows: readonly SessionRow[];
  readonly has: (sessionId: string) => boolean;
  /** Chooses a session or leaves it again; beyond `MOST_CHOSEN` none is added. */
  readonly toggle: (row: SessionRow) => void;
  readonly clear: () => void;
}

/** What is chosen, from nothing. */
export function useChosen(): Chosen {
  const [rows, setRows] = useState<readonly SessionRow[]>([]);
  const toggle = useCallback((row: SessionRow) => setRows((old) => toggled(old, row)), []);
  const clear = useCallback(() => setRows([]), []);
  return { rows, has: (sessionId) => rows.some((row) => row.sessionId === sessionId), toggle, clear };
}

/** The rows with this one, or without it where it was among them; newest first, at most `MOST_CHOSEN`. */
export function toggled(rows: readonly SessionRow[], row: SessionRow): readonly SessionRow[] {
  const others = rows.filter(({ sessionId }) => sessionId !== row.sessionId);
  if (others.length < rows.length) return others;
  return rows.length < MOST_CHOSEN ? [...rows, row].toSorted((a, b) => beganAt(b) - beganAt(a)) : rows;
}

/** Two that can stand beside each other, the earlier first; null unless exactly two are chosen. */
export function pairOf(rows: readonly SessionRow[]): readonly [SessionRow, SessionRow] | null {
  const [later, earlier] = rows;
  return rows.length === 2 && earlier !== undefined && later !== undefined ? [earlier, later] : null;
}

function beganAt({ startedAt, createdAt }: SessionRow): number {
  return startedAt ?? createdAt;
}
