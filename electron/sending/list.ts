import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { SendingRow, SendingView } from '../../shared/ipc/sending.ts';
import { isOutdated, resumesAt, type QueueEntry, type SendQueue } from '../../shared/sending/queue.ts';
import type { SendingSetup } from '../../shared/sending/server.ts';
import type { RecordClient } from '../record/client.ts';
import type { Sending } from './keeper.ts';

/** Rows of one page. */
const PAGE = 50;

/** How it stands, in figures. */
export function viewOf(
  { on, whenSigned }: SendingSetup,
  sending: Pick<Sending, 'queue' | 'underway'>,
  now: number,
): SendingView {
  const queue = sending.queue();
  const { entries, pause, halt } = queue;
  const count = (kind: QueueEntry['state']['kind']): number =>
    entries.filter(({ state }) => state.kind === kind).length;
  const until = resumesAt(queue, now);
  return {
    ...{ on, whenSigned, waiting: count('waiting'), refused: count('refused'), accepted: count('accepted') },
    outdated: entries.filter(isOutdated).length,
    underway: sending.underway() !== null,
    pause: pause === null || until <= now ? null : { until, code: pause.code },
    halt: halt === null ? null : { code: halt.code },
  };
}

const order: Readonly<Record<QueueEntry['state']['kind'], number>> = {
  ...{ refused: 0, waiting: 1, erased: 2, accepted: 3, withheld: 4 },
};

/** What needs somebody first, then what waits, then what is done, newest first. */
function inOrder({ entries }: SendQueue): QueueEntry[] {
  const at = ({ taken, askedAt }: QueueEntry): number => Math.max(taken?.at ?? 0, askedAt);
  return entries.toSorted((a, b) => order[a.state.kind] - order[b.state.kind] || at(b) - at(a));
}

/** A page of the list, with what the record says of each session today. Fails as the record does. */
export async function listed(
  record: Pick<RecordClient, 'session' | 'staff'>,
  sending: Pick<Sending, 'queue' | 'underway'>,
  from: number,
): Promise<Answer<{ readonly rows: readonly SendingRow[]; readonly total: number }>> {
  const entries = inOrder(sending.queue());
  const staff = await record.staff();
  if (!staff.ok) return staff;
  const names = new Map(staff.data.map(({ staffId, name }) => [staffId, name]));
  const rows: SendingRow[] = [];
  for (const entry of entries.slice(from, from + PAGE)) {
    const row = await record.session(entry.sessionId);
    if (!row.ok) return row;
    const { patientName = null, birthDate = null } = row.data ?? {};
    rows.push({
      ...entry,
      patient: patientName === null || birthDate === null ? null : { name: patientName, birthDate },
      sessionAt: row.data === null ? null : (row.data.startedAt ?? row.data.createdAt),
      infusionNumber: row.data?.infusionNumber ?? null,
      asker: entry.askedBy === null ? null : (names.get(entry.askedBy) ?? null),
      outdated: isOutdated(entry),
      underway: sending.underway() === entry.sessionId,
    });
  }
  return success({ rows, total: entries.length });
}
