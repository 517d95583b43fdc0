import { chargeOf, chargesFromMac, chargesFromUPower, type Charge } from '../../shared/music/charge.ts';
import type { OutputKeeper } from './output.ts';
import { printed, type Printed } from './printed.ts';

/** How often it is seen whether others are chosen, and how often the same ones are asked for, ms. */
const LOOK_MS = 2_000;
const ASK_EVERY_MS = 60_000;

/** How full the devices of this computer are, where its system tells it: by UPower on Linux, and on macOS. Elsewhere none. */
export async function systemCharges(
  platform: NodeJS.Platform = process.platform,
  ask: Printed = printed,
): Promise<readonly Charge[]> {
  if (platform === 'linux') return chargesFromUPower((await ask('upower', ['--dump'])) ?? '');
  if (platform !== 'darwin') return [];
  return chargesFromMac((await ask('/usr/sbin/system_profiler', ['-json', 'SPBluetoothDataType'])) ?? '');
}

export interface ChargeParts {
  readonly output: Pick<OutputKeeper, 'view' | 'charged'>;
  readonly charges: () => Promise<readonly Charge[]>;
  /** A monotonic clock, ms. */
  readonly now: () => number;
}

/** Asks for the charge of the chosen headphones where they are wireless and there: at once when they come, then once a minute. To be called every few seconds. */
export function createChargeLook({ output, charges, now }: ChargeParts): () => Promise<void> {
  let asked: string | null = null;
  let askedAt = -Infinity;
  return async () => {
    const { chosen, state } = output.view();
    const label = chosen?.connection === 'wireless' && state === 'present' ? chosen.label : null;
    if (label === asked && (label === null || now() - askedAt < ASK_EVERY_MS)) return;
    asked = label;
    askedAt = now();
    if (label !== null) output.charged(label, chargeOf(label, await charges()));
  };
}

/** Keeps an eye on the charge for as long as the app runs. */
export function watchCharge(output: ChargeParts['output']): void {
  const look = createChargeLook({ output, charges: () => systemCharges(), now: () => performance.now() });
  setInterval(() => void look(), LOOK_MS).unref();
}
