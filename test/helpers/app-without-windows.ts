import { Front, type FrontParts } from '../../electron/front.ts';
import { createLights, SEND_LIMIT_MS } from '../../electron/lights/lights.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import type { Keychain } from '../../electron/access/keychain.ts';
import type { OpenDesk } from '../../electron/desk.ts';
import { createPatient } from '../../electron/record/people.ts';
import { Restoring } from '../../electron/restoring.ts';
import { systemClock } from '../../electron/session/clock.ts';
import { StatusBoard } from '../../electron/status.ts';
import type { AppStatus, PushData } from '../../shared/ipc/contract.ts';
import type { Role } from '../../shared/people/people.ts';
import { dataOf } from './temp-record.ts';

type Ended = PushData<'jobEnded'>;
export const OWNER: { readonly name: string; readonly role: Role; readonly pin: string } = {
  name: 'Ada Owner',
  role: 'owner',
  pin: '483920',
};
const settings = { roomName: 'Room', address: '', emergencyNumbers: '', lockAfterMinutes: 10 };

/** The real front, with real workers and files; nothing shows, sounds or lights up. */
export class AppWithoutWindows {
  readonly board: StatusBoard;
  readonly front: Front;
  readonly restoring: Restoring;
  readonly #waiting = new Map<string, (ended: Ended) => void>();
  readonly #over = new Map<string, Ended>();

  constructor(folder: string, keychain: Keychain, picked: string | null = null, more: Partial<FrontParts> = {}) {
    const first: AppStatus = {
      ...{ state: 'setup', problem: null, ways: [], recoveryKey: 'unknown', passphraseNeeded: false, signedIn: null },
      ...{
        liveSessionId: null,
        unsaved: 0,
        unsavedWhy: null,
        settings,
        version: '0',
        findings: [],
        player: 'starting',
        output: { state: 'default', chosen: null, headphones: null, charge: null, devices: [] },
        lamps: [],
        lampHealth: { connections: [], lamps: [] },
      },
    };
    this.board = new StatusBoard(first, () => undefined);
    const push: FrontParts['push'] = (_to, name, data) => {
      if (name === 'jobEnded') this.#end(data as Ended);
    };
    // Only what these tests ask of each part is there.
    const parts: Partial<FrontParts> = {
      place: { folder, keychain, pc: 'pc-1' },
      settings: { read: () => settings, backupFolder: () => null } as unknown as FrontParts['settings'],
      clock: systemClock(),
      lights: createLights({ drivers: [], timers: systemTimers, sendLimitMs: SEND_LIMIT_MS }),
      playable: () => [],
      forOne: () => new Set(),
      board: this.board,
      push,
      askFile: {} as FrontParts['askFile'],
      patientScreen: { show: () => undefined, hide: () => undefined, covers: () => false },
      reloadPlayer: () => undefined,
      keepAwake: () => undefined,
      follow: () => undefined,
      heard: () => undefined,
      heardBeside: () => undefined,
      ...more,
    };
    this.front = new Front(parts as FrontParts);
    this.restoring = new Restoring({ front: this.front, push, chooseFolder: () => Promise.resolve(picked) });
  }

  get desk(): OpenDesk {
    if (this.front.desk === null) throw new Error(`The record is not open: ${this.board.now.problem}`);
    return this.front.desk;
  }

  /** How a job ended, once it has. */
  ended(job: string): Promise<Ended> {
    const over = this.#over.get(job);
    this.#over.delete(job);
    return over === undefined ? new Promise((resolve) => this.#waiting.set(job, resolve)) : Promise.resolve(over);
  }

  #end(ended: Ended): void {
    const waiting = this.#waiting.get(ended.job);
    this.#waiting.delete(ended.job);
    if (waiting === undefined) this.#over.set(ended.job, ended);
    else waiting(ended);
  }

  async makeRecord(passphrase: string | null = null): Promise<void> {
    dataOf(await this.front.make(passphrase, OWNER, false));
  }

  async backUp(): Promise<void> {
    dataOf(await this.desk.backups.backupNow('asked'));
  }

  async addPatient(name: string): Promise<string> {
    const details = { name, birthDate: '1980-01-01', allergies: '' };
    const by = { kind: 'app' } as const;
    const { clinic } = this.desk.records;
    const made = await createPatient(clinic, { details, knownDuplicate: true }, by, this.front.clock.now());
    return dataOf(made).patientId;
  }

  /** Stages the oldest copy that lies here. */
  async stageOldest(): Promise<string> {
    const { stem } = dataOf(await this.restoring.list('here')).copies.at(-1) ?? { stem: '' };
    dataOf(this.restoring.stage({ where: 'here', stem }));
    const { failure } = await this.ended('restoreStage');
    if (failure !== null) throw new Error(`The copy was not staged: ${failure.code}`);
    return stem;
  }

  /** The owner's name and PIN, as of the open record or of the staged copy. */
  async signed(): Promise<{ readonly staffId: string; readonly pin: string }> {
    const open = this.front.desk === null ? null : dataOf(await this.front.desk.records.clinic.staff());
    const [owner] = open ?? this.restoring.staged?.staff ?? [];
    return { staffId: owner?.staffId ?? '', pin: OWNER.pin };
  }

  /** Restores what is staged; how it ended. */
  async restore(stem: string): Promise<Ended> {
    dataOf(await this.restoring.restore({ stem, signed: await this.signed(), passphrase: null }));
    return this.ended('restore');
  }
}
