import type { AppStatus } from '../shared/ipc/contract.ts';
import type { RoomUnsaved } from './session/room.ts';

/** What the windows are told of the app as a whole; every change is pushed once. */
export class StatusBoard {
  #status: AppStatus;
  readonly #push: (status: AppStatus) => void;
  readonly #followers: ((status: AppStatus) => void)[] = [];

  constructor(first: AppStatus, push: (status: AppStatus) => void) {
    this.#status = first;
    this.#push = push;
  }

  get now(): AppStatus {
    return this.#status;
  }

  /** Changes some of it; nothing is pushed where nothing changed. */
  set(change: Partial<AppStatus>): void {
    const next = { ...this.#status, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = next;
    this.#push(next);
    for (const follower of this.#followers) follower(next);
  }

  /** Hears of every change from now on. */
  follow(follower: (status: AppStatus) => void): void {
    this.#followers.push(follower);
  }

  /** Adds a finding to show, once. */
  find(code: string): void {
    if (!this.#status.findings.includes(code)) this.set({ findings: [...this.#status.findings, code] });
  }
}

/** Why something is not saved yet, and since when; null where all is. */
export function whyOf(unsaved: RoomUnsaved | null): AppStatus['unsavedWhy'] {
  return unsaved === null ? null : { code: unsaved.code, since: unsaved.since };
}

/** What is known before anything is opened. */
export function firstStatus(known: Pick<AppStatus, 'settings' | 'version' | 'findings' | 'output'>): AppStatus {
  return {
    ...{ state: 'setup', problem: null, ways: [], recoveryKey: 'unknown', passphraseNeeded: false, signedIn: null },
    ...{ liveSessionId: null, unsaved: 0, unsavedWhy: null, player: 'starting' },
    ...{ lamps: [], lampHealth: { connections: [], lamps: [] } },
    ...known,
  };
}
