import { randomInt } from 'node:crypto';
import { recoveryGroups, RECOVERY_GROUPS, typedGroups } from '../shared/access/recovery-key.ts';
import type { AuditBody } from '../shared/people/audit-events.ts';
import type { Author } from '../shared/session/event.ts';
import type { AppStatus } from '../shared/ipc/contract.ts';
import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import { createAudit } from './access/audit.ts';
import { replaceDataKeys } from './access/data-keys.ts';
import { newRecoverySecret } from './access/recovery.ts';
import { changePassphrase, openForChange, renewRecovery } from './access/vault-changes.ts';
import { vaultWays, type VaultContents, type VaultPlace } from './access/vault.ts';
import type { OpenDesk } from './desk.ts';
import type { StatusBoard } from './status.ts';

/** What a new recovery key is followed by once it counts. */
export type AfterRecovery = 'nothing' | 'newDataKeys';
export const REENCRYPT = 'reencrypt';
type Done = Answer<Record<string, never>>;

/** A recovery key that was shown and does not count yet. Kept in memory only, and wiped. */
interface Shown {
  readonly secret: Uint8Array;
  readonly ask: readonly [number, number];
  readonly author: Author;
  readonly passphrase: string | null;
  readonly after: AfterRecovery;
}

/** Acts on the keys of an open record: who may do them was asked before. */
export class KeyCare {
  readonly #place: VaultPlace;
  readonly #board: StatusBoard;
  readonly #known: (vault: VaultContents) => void;
  #shown: Shown | null = null;
  /** The first run's passphrase, while its step of the recovery key is on the screen. */
  #offered: { readonly passphrase: string | null } | null = null;

  /** @param known hears keys that took the place of others */
  constructor(place: VaultPlace, board: StatusBoard, known: (vault: VaultContents) => void) {
    this.#known = known;
    this.#place = place;
    this.#board = board;
  }

  /** Whether a recovery key was made, as the windows are told. */
  async standing(): Promise<AppStatus['recoveryKey']> {
    const ways = await vaultWays(this.#place);
    if (!ways.ok) return 'unknown';
    return ways.data.recoveryMadeAt === null ? 'none' : 'made';
  }

  /** Begins the first run's step: the passphrase just chosen need not be typed again. */
  offer(passphrase: string | null): void {
    this.#offered = { passphrase };
    this.#board.set({ recoveryKey: 'offered' });
  }

  get isOffered(): boolean {
    return this.#offered !== null;
  }

  /** Makes a recovery key and gives it out to be shown. The one in force stays so until this one is confirmed. */
  async show(
    author: Author,
    passphrase: string | null,
    after: AfterRecovery,
  ): Promise<Answer<{ readonly groups: string[]; readonly ask: [number, number] }>> {
    const typed = this.#offered?.passphrase ?? passphrase;
    const opened = await openForChange(this.#place, typed);
    if (!opened.ok) return opened;
    opened.data.vaultKey.fill(0);
    this.#wipe();
    const secret = newRecoverySecret();
    const ask = twoOf(RECOVERY_GROUPS);
    this.#shown = { secret, ask, author, passphrase: typed, after };
    return success({ groups: [...recoveryGroups(secret)], ask: [...ask] });
  }

  /** Takes the key that was shown as the one in force, once two of its groups were typed back. */
  async confirm(at: OpenDesk, typed: readonly [string, string]): Promise<Done> {
    const shown = this.#shown;
    if (shown === null) return failure('refused', 'keys.nothingShown');
    const wrong = wrongGroup(recoveryGroups(shown.secret), shown.ask, typed);
    if (wrong !== null) return failure('invalid', 'keys.groupWrong', { group: wrong }, 'typed');
    if (shown.after === 'newDataKeys' && at.room.live !== null) return failure('refused', 'record.sessionRuns');
    if (shown.after === 'newDataKeys' && at.jobs.running() !== null) return failure('refused', 'job.busy');
    if (shown.after === 'newDataKeys') {
      const settled = await openForChange(this.#place, shown.passphrase);
      if (!settled.ok) return settled;
      settled.data.vaultKey.fill(0);
      if (settled.data.nextKeys !== null) return failure('refused', 'vault.unsettled');
    }
    const { wallMs } = at.clock.now();
    const made = await renewRecovery(this.#place, shown.passphrase, { secret: shown.secret, madeAt: wallMs });
    if (!made.ok) return made;
    this.#wipe();
    this.#offered = null;
    this.#board.set({ recoveryKey: 'made' });
    await this.note(at, shown.author, { type: 'recoveryKeyMade' });
    return shown.after === 'nothing' ? success({}) : this.#replaceData(at, shown);
  }

  /** Forgets what was shown; the first run's step is over. */
  async drop(): Promise<Done> {
    this.#wipe();
    if (this.#offered !== null) {
      this.#offered = null;
      this.#board.set({ recoveryKey: await this.standing() });
    }
    return success({});
  }

  async changePassphrase(at: OpenDesk, author: Author, old: string, next: string): Promise<Done> {
    const changed = await changePassphrase(this.#place, old, next);
    if (!changed.ok) return changed;
    await this.note(at, author, { type: 'passphraseChanged' });
    return success({});
  }

  /** A line in the audit. */
  note(at: OpenDesk, author: Author, body: AuditBody): Promise<void> {
    return createAudit(at.records.clinic).note(author, body, at.clock.now());
  }

  /** The record is closed to everybody while its keys are replaced; the windows say so. */
  #replaceData(at: OpenDesk, { author, passphrase }: Shown): Done {
    const started = at.jobs.start(REENCRYPT, async (hooks) => {
      try {
        const records = [at.records.practice, at.records.clinic];
        const replaced = await replaceDataKeys(this.#place, passphrase, records, hooks);
        // Also after a stop: what was done before it holds.
        const opened = await openForChange(this.#place, passphrase);
        if (opened.ok) {
          const { vaultKey, wrappings: _ways, ...vault } = opened.data;
          vaultKey.fill(0);
          this.#known(vault);
        }
        if (!replaced.ok) return replaced;
        await this.note(at, author, { type: 'dataKeysReplaced' });
        return success({});
      } finally {
        this.#board.set({ state: 'open' });
      }
    });
    if (started.ok) this.#board.set({ state: 'busy' });
    return started;
  }

  #wipe(): void {
    this.#shown?.secret.fill(0);
    this.#shown = null;
  }
}

/** Two different numbers from 1 to `count`, the smaller first. */
function twoOf(count: number): [number, number] {
  const one = randomInt(count);
  const other = (one + 1 + randomInt(count - 1)) % count;
  return one < other ? [one + 1, other + 1] : [other + 1, one + 1];
}

function wrongGroup(
  groups: readonly string[],
  ask: readonly [number, number],
  typed: readonly [string, string],
): number | null {
  const wrong = ask.find((group, index) => typedGroups(typed[index] ?? '').join('') !== groups[group - 1]);
  return wrong ?? null;
}
