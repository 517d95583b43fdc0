import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import type { Patient } from '../../shared/people/people.ts';
import { quietBefore } from '../../shared/people/retention.ts';
import type { OpenDesk } from '../desk.ts';
import { erase, readRetention, setHold, setYears } from '../record/retention/keep.ts';
import { recordAct } from './record-act.ts';
import type { Handlers } from './server.ts';

type RetentionRequests = 'retention.read' | 'retention.setYears' | 'retention.hold' | 'retention.erase';

/** Rows that the screen shows at once; it says where there are more. */
const SHOWN = 50;

/** Requests about how long patients' records are kept. The clinic's record only: practice has no patients. */
export function retentionHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, RetentionRequests> {
  const open = async <T>(work: (at: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    return found.ok ? work(found.data) : found;
  };
  return {
    'retention.read': () => open((at) => (at.signedIn() === null ? signInNeeded() : overview(at))),
    'retention.setYears': ({ years, signed }) =>
      open((at) => recordAct(at, signed, (author) => setYears(at.records.clinic, years, author, at.clock.now()))),
    'retention.hold': ({ signed, ...hold }) =>
      open((at) => recordAct(at, signed, (author) => setHold(at.records.clinic, hold, author, at.clock.now()))),
    'retention.erase': ({ signed, ...what }) =>
      open((at) =>
        recordAct(at, signed, async (author) => {
          const erased = await erase(at.records.clinic, what, author, at.clock.now());
          if (erased.ok) at.room.forget(what.patientId);
          return erased;
        }),
      ),
  };
}

const signInNeeded = async (): Promise<Answer<never>> => failure('refused', 'access.signInNeeded');

async function overview(at: OpenDesk): Promise<Answer<RequestData<'retention.read'>>> {
  const record = at.records.clinic;
  const rule = await readRetention(record);
  if (!rule.ok) return rule;
  const { years, holds } = rule.data;
  const before = years === null ? null : quietBefore(at.clock.now().wallMs, years);
  // Those held stand among the quiet ones: so many more are asked for.
  const quiet = before === null ? success([]) : await record.quietPatients(before, SHOWN + 1 + holds.size);
  if (!quiet.ok) return quiet;
  const due = quiet.data.filter(({ patient }) => !holds.has(patient.patientId));
  const erased = await record.erasures(SHOWN + 1);
  if (!erased.ok) return erased;
  const held: { patient: Patient; reason: string; at: number }[] = [];
  for (const [patientId, hold] of holds) {
    const patient = await record.patient(patientId);
    if (!patient.ok) return patient;
    if (patient.data !== null) held.push({ patient: patient.data, ...hold });
  }
  return success({
    years,
    due: due.slice(0, SHOWN),
    moreDue: due.length > SHOWN,
    held,
    erasures: erased.data
      .slice(0, SHOWN)
      .map((erasure) => ({ ...erasure, copiesUntil: at.backups.lastBackupHolding(erasure.at) })),
    moreErasures: erased.data.length > SHOWN,
    copiesUntil: at.backups.lastBackupHolding(at.clock.now().wallMs),
  });
}
