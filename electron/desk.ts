import { withoutIntention } from '../shared/intake/privacy.ts';
import type { SessionMusic } from '../shared/music/set.ts';
import type { Role, Staff } from '../shared/people/people.ts';
import type { Author, SessionEvent } from '../shared/session/event.ts';
import type { Session } from '../shared/session/state.ts';
import type { PushData, PushName, Settings } from '../shared/ipc/contract.ts';
import { success, type Answer } from '../shared/ipc/answer.ts';
import { createAudit } from './access/audit.ts';
import type { StaffAccess } from './access/staff.ts';
import { addStaff } from './access/staff-changes.ts';
import { startAnchoring } from './anchoring.ts';
import { createJobBoard, type JobBoard } from './job-board.ts';
import type { HealthKeeper } from './health.ts';
import type { CopyKey } from './access/copy-key.ts';
import { createCourseChoices } from './intake/course-choices.ts';
import { createIntake, type Intake, type PatientScreen } from './intake/intake.ts';
import type { Lights } from './lights/lights.ts';
import { createBetween, type Between, type ChangedBeside } from './questionnaires/between.ts';
import { createConducting } from './music/conducting.ts';
import { createConductor, type Conductor } from './music/conductor.ts';
import { createOffers, type Offered } from './music/offers.ts';
import { builtInProtocol } from './protocol/built-in.ts';
import { createProtocols, type Protocols } from './protocol/versions.ts';
import type { Clock } from './session/clock.ts';
import { createCopies, type Copies } from './session/copies.ts';
import type { PinCheck } from './session/commands.ts';
import { LightEffects } from './session/light-effects.ts';
import { comeTo, createLiveTime, type LiveTime } from './session/live-time.ts';
import { HEARTBEAT_MS, Room, TICK_MS, type Records } from './session/room.ts';
import type { BackupKeeper } from './record/backup/keeper.ts';
import type { SessionRunner } from './session/runner.ts';
import type { AskFile } from './windows/ask-file.ts';
import { whyOf, type StatusBoard } from './status.ts';

/** Events told in one message at most: a few hundred bytes each, well under the message limit. */
const MOST_EVENTS = 200;

export interface DeskParts {
  readonly records: Records;
  readonly staff: StaffAccess;
  readonly clock: Clock;
  readonly lights: Lights;
  /** What a session could play now. */
  readonly playable: () => readonly SessionMusic[];
  /** Ids of sets that are one patient's own music. */
  readonly forOne: () => ReadonlySet<string>;
  readonly board: StatusBoard;
  readonly settings: () => Settings;
  readonly backups: (records: Records, live: () => boolean) => BackupKeeper;
  readonly health: (records: Records, backups: BackupKeeper, live: () => boolean) => HealthKeeper;
  readonly push: <N extends PushName>(to: 'room' | 'player' | 'patient', name: N, data: PushData<N>) => void;
  /** What emergency copies are sealed for and opened with; worked out when one is. */
  readonly copyKey: () => Promise<CopyKey>;
  readonly askFile: AskFile;
  readonly reloadPlayer: () => void;
  /** Hears of the live session after each of its events; of none when the desk is closed. */
  readonly follow: (live: SessionRunner | null) => void;
  /** Hears of a session, live or long over, after its entries came to be on disk. */
  readonly heard: (session: Session) => void;
  /** A questionnaire that leaves beside a session of a patient changed, on disk. */
  readonly heardBeside: (change: ChangedBeside) => void;
  readonly patientScreen: PatientScreen;
  readonly keepAwake: (live: boolean) => void;
}

/** The app with its record open: everything a window's request can reach. */
export interface OpenDesk {
  readonly records: Records;
  readonly room: Room;
  readonly clock: Clock;
  readonly jobs: JobBoard;
  readonly backups: BackupKeeper;
  readonly health: HealthKeeper;
  readonly copies: Copies;
  readonly intake: Intake;
  readonly between: Between;
  readonly patientScreen: PatientScreen;
  /** The sets that a session can be begun with, as they are now. */
  readonly sets: () => Promise<readonly Offered[]>;
  readonly settings: () => Settings;
  readonly signedIn: () => Staff | null;
  readonly signIn: (staffId: string, pin: string) => Promise<Answer<Record<string, never>>>;
  readonly signOut: () => Promise<Answer<Record<string, never>>>;
  readonly addStaff: (
    args: { readonly name: string; readonly role: Role; readonly pin: string },
    author: Author,
  ) => Promise<Answer<{ readonly staffId: string }>>;
  readonly checkPin: PinCheck;
  /** Versions of the clinic's protocol. */
  readonly protocols: Protocols;
  /** The emergency's light and silence, or the light of "full", before anything is recorded. */
  readonly emergencyAhead: () => void;
  readonly fullAhead: () => void;
  /** Something about the live session may have changed. */
  readonly changed: () => void;
  /** The time of the session in the room. */
  readonly time: LiveTime;
  /** What the player says, and what befalls it and the computer. */
  readonly conductor: Pick<Conductor, 'heard' | 'gone' | 'asleep' | 'awake'>;
  /** Ends timers, waits for the queues and closes the records. */
  readonly close: () => Promise<void>;
}

/** Opens the desk: takes up live sessions, music and lights, and begins to look at the clock. */
export async function openDesk(parts: DeskParts): Promise<OpenDesk> {
  const { records, staff, clock, lights, board, push } = parts;
  const jobs = createJobBoard(push);
  const effects = new LightEffects(lights);
  const room: Room = new Room({
    clock,
    records,
    onEvents: follow,
    onWritten: tell,
    onUnsaved: (unsaved) => board.set({ unsaved: unsaved?.entries ?? 0, unsavedWhy: whyOf(unsaved) }),
    onHopeless: () => board.find('record.entryImpossible'),
  });
  const time: LiveTime = createLiveTime(room, clock, (data) => push('room', 'clock', data));
  const conductor: Conductor = createConductor({
    clock: time.clock,
    send: (desired) => push('player', 'music', desired),
    record: (make) => void room.live?.observe(make),
    reload: parts.reloadPlayer,
  });
  const conducting = createConducting({
    ...{ conductor, realMs: time.clock.realMs, find: (code) => board.find(code) },
    musicOf: (session) => room.musicOf(session),
  });

  function follow(runner: SessionRunner, before: Session, after: Session, events: readonly SessionEvent[]): void {
    tell(runner, events);
    effects.follow(runner, events);
    anchoring.follow(before, after);
    intake.follow(runner);
    changed();
  }

  /** Very many at once are left out: the window asks for them page by page. */
  function tell(runner: SessionRunner, events: readonly SessionEvent[]): void {
    const sent = events.length > MOST_EVENTS ? [] : events.map(withoutIntention);
    push('room', 'events', { ...comeTo(runner), events: sent });
    parts.heard(runner.session);
  }

  /** Windows hear of the session last: while the record is not open they would ask for it in vain. */
  let open = false;
  function changed(): void {
    const live = room.live;
    board.set({ liveSessionId: (open ? live?.session.sessionId : null) ?? null, player: conductor.status() });
    parts.keepAwake(live !== null);
    parts.follow(live);
    void conducting.follow(live);
    time.follow();
  }

  const anchoring = startAnchoring(room, records, clock);

  const protocols = createProtocols(records.clinic, builtInProtocol);
  const both = [records.clinic, records.practice];
  const sets = createOffers(
    both.map((record) => (music: SessionMusic) => record.putContent('music', music)),
    parts.playable,
  );
  const intake = createIntake({
    room,
    offers: { sets, staff: () => records.clinic.staff(), forOne: parts.forOne },
    choices: createCourseChoices((practice) => room.recordOf(practice), clock),
    screen: parts.patientScreen,
    push: (state) => push('patient', 'intake', state),
  });
  // Music first.
  for (const problem of await room.resume()) board.find(problem);
  changed();
  await sets();
  open = true;
  changed();
  const backups = parts.backups(records, () => room.live !== null);
  void backups.start();
  const health = parts.health(records, backups, () => room.live !== null);
  const ticking = setInterval(() => {
    room.tick();
    time.look();
    conducting.tick();
    conductor.tick();
    board.set({ player: conductor.status() });
  }, TICK_MS);
  // A window that said hello while the record was opened may have heard the time late.
  time.tell();
  const beating = setInterval(() => {
    time.tell();
    void room.heartbeat();
    backups.tick();
    health.tick();
  }, HEARTBEAT_MS);

  return {
    records,
    room,
    clock,
    jobs,
    backups,
    health,
    intake,
    between: createBetween((practice) => room.recordOf(practice), clock, parts.heardBeside),
    patientScreen: parts.patientScreen,
    sets,
    settings: parts.settings,
    signedIn: () => board.now.signedIn,
    signIn: async (staffId, pin) => {
      const answer = await staff.signIn(staffId, pin, clock.now());
      if (!answer.ok) return answer;
      board.set({ signedIn: answer.data });
      return success({});
    },
    signOut: async () => {
      const who = board.now.signedIn;
      board.set({ signedIn: null });
      if (who !== null) await staff.signOut(who.staffId, clock.now());
      return success({});
    },
    addStaff: (args, author) => addStaff(records.clinic, args, author, clock.now()),
    checkPin: (staffId, pin, roles) => staff.checkPin(staffId, pin, roles, clock.now()),
    protocols,
    emergencyAhead: () => {
      effects.fullAhead();
      conductor.hush();
    },
    fullAhead: () => effects.fullAhead(),
    copies: createCopies({ room, clock, key: parts.copyKey, ask: parts.askFile, audit: createAudit(records.clinic) }),
    changed,
    time,
    conductor,
    close: async () => {
      clearInterval(ticking);
      clearInterval(beating);
      parts.patientScreen.hide();
      const job = jobs.running();
      if (job !== null) jobs.stop(job);
      parts.follow(null);
      await room.settled();
      effects.close();
      await health.close();
      await backups.close();
      await anchoring.close();
      await records.clinic.close();
      await records.practice.close();
    },
  };
}
