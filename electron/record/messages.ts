import type { Answer } from '../../shared/ipc/answer.ts';
import type { Course, Patient, PatientDetails, SessionRow, Staff } from '../../shared/people/people.ts';
import type { RecordedEvent } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { Anchor } from './anchors/anchor.ts';
import type { Counts } from './counts.ts';
import type { ChainHead } from './anchors/keeper.ts';
import type { ChangedStreams } from './changed-streams.ts';
import type { ImportBatch, ImportWritten } from './archive/write-import.ts';
import type { Behind } from './catch-up.ts';
import type { Append, CheckReport, CommandAnswer, ContentKind, SessionQuery } from './client-types.ts';
import type { ErasePatient } from './retention/erase.ts';
import type { Erasure, QuietPatient } from './retention/queries.ts';
import type { StreamCheck } from './verify-stream.ts';

type Events = RecordedEvent<unknown>[];

/** Every call that main makes of the record worker: what it carries and what its answer holds. */
export interface Calls {
  append: { args: readonly Append[]; data: { readonly events: Events } };
  answerOf: { args: string; data: CommandAnswer | null };
  since: {
    args: { readonly stream: string; readonly afterSeq: number; readonly limit: number };
    data: { readonly events: Events; readonly more: boolean };
  };
  allOf: { args: string; data: Events };
  heartbeat: { args: { readonly sessionId: string; readonly clock: ClockReading }; data: null };
  heartbeatOf: { args: string; data: ClockReading | null };
  liveSessions: { args: null; data: SessionRow[] };
  putContent: { args: { readonly kind: ContentKind; readonly value: unknown }; data: string };
  getContent: { args: string; data: { readonly kind: ContentKind; readonly value: unknown } };
  sessions: { args: SessionQuery; data: { readonly sessions: SessionRow[]; readonly more: boolean } };
  session: { args: string; data: SessionRow | null };
  findPatients: { args: string; data: Patient[] };
  patient: { args: string; data: Patient | null };
  duplicatesOf: { args: PatientDetails; data: Patient[] };
  coursesOf: { args: string; data: Course[] };
  course: { args: string; data: Course | null };
  courseSessions: { args: string; data: SessionRow[] };
  staff: { args: null; data: Staff[] };
  staffSecret: { args: string; data: string | null };
  erasePatient: { args: ErasePatient; data: { readonly entries: number } };
  quietSince: { args: string; data: number | null };
  quietPatients: { args: { readonly before: number; readonly limit: number }; data: QuietPatient[] };
  erasures: { args: number; data: Erasure[] };
  /** One transaction of an import; asked for by the job that reads the archive. */
  importBatch: { args: ImportBatch; data: ImportWritten };
  check: { args: null; data: CheckReport };
  /** One stream's own rows: each as it was written, and tied to the row before it. */
  checkStream: { args: string; data: StreamCheck };
  counts: { args: null; data: Counts };
  head: { args: null; data: ChainHead };
  /** After a global seq. */
  changedStreams: { args: number; data: ChangedStreams };
  readyAnchors: { args: number; data: Anchor | null };
  holdCheckpoints: { args: number; data: ChainHead };
  releaseCheckpoints: { args: null; data: { readonly held: boolean } };
  /** Brings the lists up to what is new; what a rebuild has left stays behind. */
  follow: { args: null; data: Behind };
  /** The same, and looks at sessions that are over and have changed; `over`: how many are left to be looked at. */
  followOver: { args: null; data: Behind & { readonly over: number } };
  /** Drops everything derived and begins to build it anew. */
  rebuild: { args: null; data: Behind };
  close: { args: null; data: null };
}
export type CallName = keyof Calls;

/** Calls that write: unanswered ones count as `unsaved`. */
export const writingCalls: ReadonlySet<CallName> = new Set<CallName>([
  'append',
  'heartbeat',
  'putContent',
  'erasePatient',
  'importBatch',
]);

/** Main to worker. */
export interface CallMessage {
  readonly id: number;
  readonly name: CallName;
  readonly args: unknown;
}

/** Worker to main; `id` 0 is the outcome of opening. */
export interface AnswerMessage {
  readonly id: number;
  readonly answer: Answer<unknown>;
}
