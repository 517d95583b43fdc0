import { APP } from '../shared/session/pending.ts';
import type { Role } from '../shared/people/people.ts';
import type { Settings } from '../shared/ipc/contract.ts';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import type { Found } from '../shared/record/health.ts';
import { copyKeyOf } from './access/copy-key.ts';
import { createStaffAccess } from './access/staff.ts';
import type { VaultContents, VaultPlace } from './access/vault.ts';
import { keeperFor } from './backups.ts';
import { openDesk, type DeskParts, type OpenDesk } from './desk.ts';
import { createHealth } from './health.ts';
import type { Lights } from './lights/lights.ts';
import { KeyCare } from './key-care.ts';
import {
  finishRestores,
  makeRecords,
  openRecords,
  openWith,
  recoverRecords,
  vaultPlace,
  waysOn,
  waysInto,
  whatOpens,
  type Opened,
  type RecordPlace,
} from './opening.ts';
import { addPracticePatients } from './session/practice.ts';
import type { Clock } from './session/clock.ts';
import type { SettingsStore } from './settings.ts';
import type { StatusBoard } from './status.ts';

export interface FrontParts extends Omit<
  DeskParts,
  'copyKey' | 'records' | 'staff' | 'settings' | 'backups' | 'health'
> {
  readonly place: RecordPlace;
  readonly settings: SettingsStore;
}

type Done = Answer<Record<string, never>>;

/** The app from its start: first run, passphrase, broken, open. Holds the desk once the record is open. */
export class Front {
  readonly #parts: FrontParts;
  /** Acts on the keys of the open record. */
  readonly keys: KeyCare;
  #desk: OpenDesk | null = null;
  #opening: Promise<Done> | null = null;
  /** The keys, once they are known: also where the record then did not open. */
  #vault: VaultContents | null = null;

  constructor(parts: FrontParts) {
    this.#parts = parts;
    this.keys = new KeyCare(vaultPlace(parts.place), parts.board, this.#known);
  }

  get board(): StatusBoard {
    return this.#parts.board;
  }
  get clock(): Clock {
    return this.#parts.clock;
  }
  get lights(): Lights {
    return this.#parts.lights;
  }
  get vaultPlace(): VaultPlace {
    return vaultPlace(this.#parts.place);
  }
  get desk(): OpenDesk | null {
    return this.#desk;
  }

  get vault(): VaultContents | null {
    return this.#vault;
  }
  get place(): RecordPlace {
    return this.#parts.place;
  }
  get settings(): SettingsStore {
    return this.#parts.settings;
  }

  /** The desk, or why a request cannot be answered yet. */
  readonly needDesk = (): Answer<OpenDesk> =>
    this.#desk === null || this.board.now.state === 'busy' ? failure('refused', 'app.notOpen') : success(this.#desk);

  /** Looks what stands before the record and opens it where nothing does. */
  async start(): Promise<void> {
    const { place, board } = this.#parts;
    board.set({ passphraseNeeded: !(await place.keychain.available()) });
    const finished = await finishRestores(place);
    if (!finished.ok) return this.#broken(finished.code);
    const state = await whatOpens(place);
    if (!state.ok) return this.#broken(state.code);
    if (state.data === 'none') return board.set({ state: 'setup', problem: null, ways: [] });
    if (state.data === 'passphrase') return this.#locked();
    const opened = await this.#opened(await this.#once(() => openRecords(place, null, this.#known)));
    // A key chain that refuses today leaves the passphrase, where one was made.
    if (!opened.ok && opened.code === 'vault.passphraseNeeded') return this.#locked();
    if (!opened.ok) return this.#broken(opened.code);
  }

  async #locked(): Promise<void> {
    const ways = await waysOn(this.#parts.place, null);
    this.board.set({ state: 'locked', passphraseNeeded: true, problem: null, ways });
  }

  async #broken(problem: string): Promise<void> {
    this.board.set({ state: 'broken', problem, ways: await waysOn(this.#parts.place, problem) });
  }

  /** First run: keys, records and the first staff member, who is signed in. */
  async make(
    passphrase: string | null,
    first: { readonly name: string; readonly role: Role; readonly pin: string },
    practice: boolean,
  ): Promise<Done> {
    // Where an earlier set-up got as far as the record but not to a staff member, the record is open already.
    const made =
      this.#desk === null
        ? await this.#once(() => makeRecords(this.#parts.place, passphrase, this.#known))
        : success({});
    if (!made.ok || this.#desk === null) return made;
    const added = await this.#desk.addStaff(first, APP);
    if (!added.ok) return added;
    if (practice) {
      const patients = await addPracticePatients(this.#desk.records.practice, APP, this.clock.now());
      if (!patients.ok) this.board.find(patients.code);
    }
    const opened = await this.#opened(await this.#desk.signIn(added.data.staffId, first.pin));
    if (opened.ok && this.board.now.recoveryKey === 'none') this.keys.offer(passphrase);
    return opened;
  }

  async unlock(passphrase: string): Promise<Done> {
    if (this.board.now.state !== 'locked') return failure('refused', 'app.notLocked');
    const opened = await this.#opened(await this.#once(() => openRecords(this.#parts.place, passphrase, this.#known)));
    // The keys are there and the record is not: there is more to offer than another try.
    if (!opened.ok && !opened.code.startsWith('vault.')) await this.#broken(opened.code);
    return opened;
  }

  /**
   * Closes both records, lets `work` change their files, and opens them again with the keys that are known, or those that
   * `work` gives. Everybody is signed out. Where they do not open any more, the app says why.
   */
  async around(work: () => Promise<Answer<VaultContents | null>>): Promise<Done> {
    const desk = this.#desk;
    this.#desk = null;
    // Before anything is closed: a window that still thought the record open would ask it for the staff.
    this.board.set({ state: 'restoring', signedIn: null, liveSessionId: null });
    await desk?.close();
    const done = await work();
    const vault = (done.ok ? done.data : null) ?? this.#vault;
    if (vault === null) {
      // Nothing was open before: what stands here now is looked at as at a start.
      await this.start();
      return done.ok ? failure('refused', 'app.notOpen') : done;
    }
    this.#vault = vault;
    if (done.ok) this.board.set({ findings: [] });
    const opened = await this.#opened(
      await this.#once(() => openWith(this.#parts.place, { ...vault, fresh: false, findings: [] })),
    );
    if (!opened.ok) await this.#broken(opened.code);
    return done.ok ? opened : done;
  }

  readonly #known = (vault: VaultContents): void => {
    this.#vault = vault;
  };

  /** Opens by the recovery key, from the passphrase's screen or from that of a lost key. */
  async recover(recoveryKey: string, passphrase: string | null): Promise<Done> {
    if (!this.board.now.ways.includes('recovery')) return failure('refused', 'vault.recoveryNone');
    const done = await this.#once(() => recoverRecords(this.#parts.place, recoveryKey, passphrase, this.#known));
    if (done.ok && this.#desk !== null) await this.keys.note(this.#desk, APP, { type: 'openedByRecoveryKey' });
    return this.#opened(done);
  }

  writeSettings(settings: Settings): void {
    this.#parts.settings.write(settings);
    this.board.set({ settings });
  }

  /** Two presses at once open once. */
  #once(open: () => Promise<Answer<Opened>>): Promise<Done> {
    this.#opening ??= this.#open(open).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(open: () => Promise<Answer<Opened>>): Promise<Done> {
    if (this.#desk !== null) return success({});
    const opened = await open();
    if (!opened.ok) return opened;
    const { records, findings, keys, check } = opened.data;
    if (this.#vault !== null) this.#vault = { ...this.#vault, keys, nextKeys: null };
    for (const finding of findings) this.board.find(finding);
    const { place, settings, ...parts } = this.#parts;
    const staff = createStaffAccess(records.clinic);
    const found: Found[] = [];
    this.#desk = await openDesk({
      ...parts,
      records,
      copyKey: () => copyKeyOf(keys.clinic.chainKey),
      staff,
      settings: settings.read,
      backups: (opened, live) => keeperFor(place, settings, parts.board, opened, live),
      health: ({ clinic }, backups, live) =>
        createHealth({
          ...{ folder: place.folder, record: clinic, backups, found, live, now: Date.now },
          ways: () => waysInto(place),
          onFound: (code) => parts.board.find(code),
        }),
    });
    // The session in the room has been taken up, and its music is on its way: now there is time to look.
    const checked = await check();
    found.push(...checked.found);
    for (const finding of checked.findings) this.board.find(finding);
    return success({});
  }

  /** Says that the app is open, once everything that the first picture shows is known. Without staff set-up goes on. */
  async #opened(done: Done): Promise<Done> {
    if (!done.ok || this.#desk === null) return done;
    const staff = await this.#desk.records.clinic.staff();
    const unstaffed = staff.ok && staff.data.length === 0;
    this.board.set({
      state: unstaffed ? 'setup' : 'open',
      passphraseNeeded: !unstaffed && this.board.now.passphraseNeeded,
      problem: null,
      ways: [],
      recoveryKey: await this.keys.standing(),
    });
    return done;
  }
}
