import * as z from 'zod/mini';

/** How full a device is by what the system tells, percent (0 to 100); its name is the one that the system shows. */
export interface Charge {
  readonly name: string;
  readonly percent: number;
}

/** Below this a charge is not trusted to last for an infusion and its recovery, percent. */
export const LOW_CHARGE = 30;

/** What is left of a text's number, percent; null where it is none. */
function percentOf(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text.trim());
  const percent = found === null ? Number.NaN : Math.floor(Number(found[1]));
  return percent >= 0 && percent <= 100 ? percent : null;
}

function fieldOf(block: string, name: string): string | null {
  return new RegExp(String.raw`^ +${name}: +(.+)$`, 'm').exec(block)?.[1]?.trim() ?? null;
}

/** What UPower tells of every device (`upower --dump`). One that only knows "low" or "full" is left out, as it says itself. */
export function chargesFromUPower(dump: string): readonly Charge[] {
  return dump.split(/^Device: /m).flatMap((block) => {
    const name = fieldOf(block, 'model');
    const percent = percentOf(fieldOf(block, 'percentage') ?? '');
    return name === null || percent === null ? [] : [{ name, percent }];
  });
}

const macSchema = z.object({
  SPBluetoothDataType: z.array(
    z.object({ device_connected: z.optional(z.array(z.record(z.string(), z.record(z.string(), z.unknown())))) }),
  ),
});
/** Of two ears the emptier one counts; the case in the pocket does not. */
const MAC_KEYS = ['device_batteryLevelMain', 'device_batteryLevelLeft', 'device_batteryLevelRight'] as const;

/** What macOS tells of connected Bluetooth devices (`system_profiler -json SPBluetoothDataType`); none where it is something else. */
export function chargesFromMac(json: string): readonly Charge[] {
  const read = macSchema.safeParse(parsed(json));
  if (!read.success) return [];
  const devices = read.data.SPBluetoothDataType.flatMap((one) => one.device_connected ?? []);
  return devices.flatMap(Object.entries).flatMap(([name, facts]) => {
    const ears = MAC_KEYS.flatMap((key) => percentOf(String(facts[key] ?? '')) ?? []);
    return ears.length === 0 ? [] : [{ name, percent: Math.min(...ears) }];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * The charge of headphones by the label that the browser gives them: the device of this name, with or without what the
 * browser adds behind it. Null where the system tells nothing, or two devices of one name say different things.
 */
export function chargeOf(label: string, charges: readonly Charge[]): number | null {
  const isIt = ({ name }: Charge): boolean => name !== '' && (label === name || label.startsWith(`${name} (`));
  const told = new Set(charges.filter(isIt).map(({ percent }) => percent));
  const [percent] = told;
  return percent === undefined || told.size > 1 ? null : percent;
}
