import { powerMonitor, powerSaveBlocker } from 'electron';

/** Keeps the PC and its screen awake exactly while a session is live. */
export class AwakeKeeper {
  #id: number | null = null;

  /** Whether the system still holds it; false where nothing was asked for. */
  get blocked(): boolean {
    return this.#id !== null && powerSaveBlocker.isStarted(this.#id);
  }

  /** Takes or releases the block; safe to call on every change. */
  keepAwake(live: boolean): void {
    if (live && this.#id === null) this.#id = powerSaveBlocker.start('prevent-display-sleep');
    if (!live && this.#id !== null) {
      powerSaveBlocker.stop(this.#id);
      this.#id = null;
    }
  }
}

/** Hears the computer go to sleep and wake. It is a hint: what was slept is measured by the clocks. */
export function followPower(asleep: () => void, awake: () => void): void {
  powerMonitor.on('suspend', asleep);
  powerMonitor.on('resume', awake);
}
