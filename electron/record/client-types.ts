import type { Answer } from '../../shared/ipc/answer.ts';
import type { Behind } from './catch-up.ts';
import type { AskReview } from './review/ask-review.ts';
import type { AskCourse } from './search/course.ts';
import type { Found, FoundPage, PageQuery, SearchQuery } from './search/search-types.ts';
import type { UsedProtocols } from '../../shared/ipc/session-search.ts';
import type { Course, Patient, PatientDetails, SessionRow, Staff } from '../../shared/people/people.ts';
import type { StreamKind } from '../../shared/record/health.ts';
import type { NewEvent, RecordedEvent } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { Anchor, AnchorReason } from './anchors/anchor.ts';
import type { AnchorState, ChainHead } from './anchors/keeper.ts';
import type { ChangedStreams } from './changed-streams.ts';
import type { Counts } from './counts.ts';
import type { JobName, Jobs } from './jobs/job-types.ts';
import type { ErasePatient } from './retention/erase.ts';
import type { Erasure, QuietPatient } from './retention/queries.ts';
import type { JobHooks } from './jobs/run-job.ts';
import type { StreamCheck } from './verify-stream.ts';

/** Real patients and practice lie in files of their own, each with its own keys. */
export type RecordKind = 'clinic' | 'practice';

/** What a record is opened with. */
export interface OpenOptions {
  readonly file: string;
  /** 32 bytes: encrypts the file. */
  readonly dataKey: Uint8Array;
  /** 32 bytes: signs the chain of events. */
  readonly chainKey: Uint8Array;
  /** Random id of this PC; stamped on every event it writes. */
  readonly pc: string;
  readonly kind: RecordKind;
  /** Whether a missing file may be made new. Elsewhere a missing file is `record.missing`: never an empty record in place of a lost one. */
  readonly mayCreate: boolean;
}

/** New facts for one stream. */
export interface Append {
  readonly stream: string;
  /** The stream's last seq as the writer knows it, 0 for a new stream; null where order does not matter (audit). */
  readonly expectedSeq: number | null;
  /** Null for what the app writes by itself. A repeat of a command id changes nothing and gets the first answer. */
  readonly commandId: string | null;
  readonly recordedAt: ClockReading;
  /** Version of the bodies. */
  readonly version: number;
  /** May be empty where a command that changed nothing is to be remembered. */
  readonly events: readonly NewEvent<unknown>[];
}

/** What a command left: `seq` is the last of its first stream when it was answered. */
export interface CommandAnswer {
  readonly stream: string;
  readonly seq: number;
  readonly events: RecordedEvent<unknown>[];
}

/** `codes` are keys of the text catalogue (`finding.<code>`); `firstBadSeq` is the global seq of the first row that does not fit. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly firstBadSeq: number | null;
  /** That row as it stands in the file: what its stream is about, and when it says that it was recorded, epoch ms. */
  readonly firstBad: { readonly about: StreamKind; readonly at: number | null } | null;
  readonly checkedRows: number;
  /** Last row of the chain: its global seq (0 when empty) and hash, hex. */
  readonly head: Head;
}

/** Last row of the chain: its global seq (0 when empty) and hash, hex. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** One thing that a check found. */
export interface Finding {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a check can find. */
export const findingCodes = [
  'record.chainBroken',
  'record.rowUnreadable',
  'record.bodyMissing',
  'record.bodyChanged',
  'record.rulesChanged',
  'record.pagesDamaged',
  'record.contentChanged',
  'record.erasureChanged',
  'record.commandsChanged',
  'record.fileChanged',
  'record.staffChanged',
  'record.notClosedCleanly',
  'record.upgraded',
  'record.behindAnchor',
  'record.rewritten',
  'record.anchorsMissing',
  'record.anchorsDamaged',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Failures of opening, by code. */
export const openFailureCodes = [
  'record.missing',
  'record.wrongKey',
  'record.wrongChainKey',
  'record.damaged',
  'record.otherProgram',
  'record.otherKind',
  'record.newer',
  'record.upgradeNoCopy',
  'record.inUse',
  'record.busy',
  'record.unreachable',
  'disk.full',
  'disk.readOnly',
  'disk.error',
  'record.lost',
] as const;
/** Failures of a request to an open record, by code. `record.conflict` is refused, the disk's are unsaved, the rest broken. */
export const requestFailureCodes = [
  'record.conflict',
  'record.eventInvalid',
  'record.eventNewer',
  'record.rebuilding',
  'disk.full',
  'disk.readOnly',
  'disk.error',
  'record.busy',
  'record.damaged',
  'record.lost',
  'record.closed',
  'record.contentMissing',
  'record.contentDamaged',
  'record.bug',
  'search.superseded',
] as const;
export type OpenFailureCode = (typeof openFailureCodes)[number];
export type RequestFailureCode = (typeof requestFailureCodes)[number];

/** Work on a record's closed file; it leaves its answer and the key that opens the file from then on. */
export type ExclusiveWork = (
  options: OpenOptions,
) => Promise<{ readonly answer: Answer<unknown>; readonly dataKey: Uint8Array }>;

/** Main's side of one open record. Every answer is data; nothing throws. */
export interface RecordClient extends AskCourse {
  readonly kind: RecordKind;
  /** One transaction, synced before the answer. `record.conflict` where `expectedSeq` is not the stream's last seq. */
  append(request: Append): Promise<Answer<{ readonly events: RecordedEvent<unknown>[] }>>;
  /** Several streams in one transaction; all of one command id. `seq` of the answer is that of the first stream. */
  appendAll(requests: readonly Append[]): Promise<Answer<{ readonly events: RecordedEvent<unknown>[] }>>;
  /** Null where it never was. */
  answerOf(commandId: string): Promise<Answer<CommandAnswer | null>>;
  /** Events of a stream after a seq, oldest first; `more` where the limit cut them off. */
  since(
    stream: string,
    afterSeq: number,
    limit: number,
  ): Promise<Answer<{ readonly events: RecordedEvent<unknown>[]; readonly more: boolean }>>;
  allOf(stream: string): Promise<Answer<RecordedEvent<unknown>[]>>;
  /** Overwrites the session's one sign of life; outside the chain. */
  heartbeat(sessionId: string, clock: ClockReading): Promise<Answer<null>>;
  heartbeatOf(sessionId: string): Promise<Answer<ClockReading | null>>;
  /** Sessions from the pre-checks on that are not over, newest first. */
  liveSessions(): Promise<Answer<SessionRow[]>>;
  /** Keeps a protocol or music version for ever, under the hash (hex) of its canonical JSON. */
  putContent(kind: ContentKind, value: unknown): Promise<Answer<string>>;
  getContent(hash: string): Promise<Answer<{ readonly kind: ContentKind; readonly value: unknown }>>;
  /** Newest first; `before` is the createdAt of the last row seen, `today` limits to sessions created in [from, to). */
  sessions(query: SessionQuery): Promise<Answer<{ readonly sessions: SessionRow[]; readonly more: boolean }>>;
  session(sessionId: string): Promise<Answer<SessionRow | null>>;
  /**
   * Sessions by words of the patient's name and of free texts, by patient, staff, time and flags: newest first, a page at a
   * time. A newer search ends an older one, which answers `search.superseded`. `behind` says what a rebuild has left.
   */
  searchSessions(query: SearchQuery): Promise<Answer<Found & { readonly behind: Behind }>>;
  /** A stretch of all sessions that a search finds, in some order, and how many there are. */
  sessionsAt(query: PageQuery): Promise<Answer<FoundPage & { readonly behind: Behind }>>;
  usedProtocols(): Promise<Answer<UsedProtocols>>;
  /** What the review asks; `over`: sessions that are over and still to be looked at as a whole. */
  review: AskReview;
  /** Drops all lists and builds them anew, in the background: the live session first, then the newest. */
  rebuildLists(): Promise<Answer<Behind>>;
  listsBehind(): Promise<Answer<Behind>>;
  /** By the words of a name, or a birth date; the newest patients for an empty text. At most 50. */
  findPatients(text: string): Promise<Answer<Patient[]>>;
  patient(patientId: string): Promise<Answer<Patient | null>>;
  /** Patients that may be the same person: same birth date and similar name, or the same name. */
  duplicatesOf(details: PatientDetails): Promise<Answer<Patient[]>>;
  coursesOf(patientId: string): Promise<Answer<Course[]>>;
  course(courseId: string): Promise<Answer<Course | null>>;
  /** All sessions of a course, newest first. */
  courseSessions(courseId: string): Promise<Answer<SessionRow[]>>;
  staff(): Promise<Answer<Staff[]>>;
  /** The stored form of a staff member's PIN hash; never leaves main. Null for somebody unknown. */
  staffSecret(staffId: string): Promise<Answer<string | null>>;
  /** Takes away the bodies of everything about a patient and leaves the proof of it in the chain. */
  erasePatient(request: ErasePatient): Promise<Answer<{ readonly entries: number }>>;
  /** Moment of the last entry about a patient, epoch ms; null for somebody unknown. */
  quietSince(patientId: string): Promise<Answer<number | null>>;
  /** Patients without an entry at or after a moment, longest quiet first. */
  quietPatients(before: number, limit: number): Promise<Answer<QuietPatient[]>>;
  /** What erasures left behind, newest first. */
  erasures(limit: number): Promise<Answer<Erasure[]>>;
  /** Sessions and courses that went on after the entry with this global seq, a stretch of entries at a time. */
  changedStreams(after: number): Promise<Answer<ChangedStreams>>;
  /** How much it holds. */
  counts(): Promise<Answer<Counts>>;
  /** The start-up check: the tail of the chain, at least its last 2,000 rows and all since the last clean close. */
  check(): Promise<Answer<CheckReport>>;
  /** One stream's own rows: each as it was written, and tied to the row before it. Says nothing of the rest of the chain. */
  checkStream(stream: string): Promise<Answer<StreamCheck>>;
  /** Long work on this record in a worker beside the one that writes, such as `verify`: the whole chain, naming the first row that does not fit. */
  job<N extends JobName>(name: N, args: Jobs[N]['args'], hooks?: JobHooks): Promise<Answer<Jobs[N]['data']>>;
  /**
   * Notes the head of the chain outside the record, synced; never in the way of an append. `wallMs` is the time of the
   * note. To be called at each backup, print and export; starts, minutes of a session and its end are noted already.
   */
  noteAnchor(reason: AnchorReason, wallMs: number): Promise<Answer<Anchor | null>>;
  /** The newest note, and why the last one could not be written where that was so. */
  anchors(): AnchorState;
  /**
   * From now on nothing is moved from the log into the file, for at most `ms`, so that the file may be copied while it is
   * written on. Gives the end of the chain as it is now.
   */
  holdCheckpoints(ms: number): Promise<Answer<ChainHead>>;
  /** Ends the hold; `held` tells whether it was still on. */
  releaseCheckpoints(): Promise<Answer<{ readonly held: boolean }>>;
  /**
   * Closes the file, lets `work` do what nobody else may be connected for, and opens it again with the key that `work`
   * leaves. Calls made meanwhile wait.
   */
  exclusively(work: ExclusiveWork): Promise<Answer<null>>;
  /** Hears of a worker that died: `record.restarted` where a new one took over, `record.lost` where none could. */
  onTrouble(listener: (code: 'record.restarted' | 'record.lost') => void): () => void;
  /** Catches the lists up, notes the clean end, checkpoints and ends the worker. */
  close(): Promise<Answer<null>>;
}

export type ContentKind = 'protocol' | 'music';

export interface SessionQuery {
  readonly before: number | null;
  /** Epoch ms, from inclusive, to exclusive. */
  readonly today: { readonly from: number; readonly to: number } | null;
  readonly limit: number;
}
