import * as z from 'zod/mini';

const label = z.string().check(z.maxLength(200));

/** A way out for sound as the browser lists it. `deviceId` is salted for our origin and may change; the label stays. */
export const outputDeviceSchema = z.object({ deviceId: z.string().check(z.maxLength(200)), label });
export type OutputDevice = z.infer<typeof outputDeviceSchema>;

/** Where the music is to be heard, and nowhere else. */
export const chosenOutputSchema = z.object({
  ...outputDeviceSchema.shape,
  /** Wireless ones are asked for their charge; on the computer's own socket some computers hide that a plug was pulled. */
  connection: z.enum(['cable', 'wireless', 'socket']),
});
export type ChosenOutput = z.infer<typeof chosenOutputSchema>;

/** Where the chosen headphones are among the devices there are just now. */
export type Found =
  | { readonly kind: 'found'; readonly deviceId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' };

/**
 * Finds the headphones by their id, else by their label where exactly one device has it. The browser's own entries for
 * "whatever the system uses" are no devices: they lead to another one without a word.
 */
export function findOutput(chosen: Pick<ChosenOutput, 'deviceId' | 'label'>, devices: readonly OutputDevice[]): Found {
  const real = realOutputs(devices);
  if (real.some(({ deviceId }) => deviceId === chosen.deviceId)) return { kind: 'found', deviceId: chosen.deviceId };
  const named = chosen.label === '' ? [] : real.filter((device) => device.label === chosen.label);
  const [only] = named;
  if (only === undefined) return { kind: 'none' };
  return named.length === 1 ? { kind: 'found', deviceId: only.deviceId } : { kind: 'several' };
}

/** The devices that can be chosen: those with an id of their own. */
export function realOutputs(devices: readonly OutputDevice[]): readonly OutputDevice[] {
  return devices.filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId));
}

/**
 * Where the sound may go.
 * - `default`: no headphones are chosen, the system decides. `waiting`: chosen, not looked for yet.
 * - `present`: there. `lost`: not there. `several`: more than one device may be meant. `back`: there again, since a moment.
 */
export type OutputState =
  | { readonly kind: 'default' }
  | { readonly kind: 'waiting'; readonly since: number }
  | { readonly kind: 'present'; readonly deviceId: string; readonly seenAt: number }
  | { readonly kind: 'lost' | 'several' }
  | { readonly kind: 'back'; readonly deviceId: string; readonly since: number };

export type OutputInput =
  /** Other headphones, or none, were chosen. */
  | { readonly kind: 'chosen' }
  /** A look at the devices; null where it failed or took too long. */
  | { readonly kind: 'looked'; readonly devices: readonly OutputDevice[] | null };

/** Headphones that come back count as back once they were there for this long, ms: a loose contact comes and goes. */
export const BACK_AFTER_MS = 1_000;
/** Without a look that worked for this long, ms, nobody knows where the sound goes. */
export const BLIND_AFTER_MS = 2_000;

/** Whether music may be heard at all. */
export function maySound(state: { readonly kind: OutputState['kind'] }): boolean {
  return state.kind === 'default' || state.kind === 'present';
}

/** The id of the device that sound goes to; empty where it goes to none, or where the system plays. */
export function sinkOf(state: OutputState): string {
  return state.kind === 'present' ? state.deviceId : '';
}

/** Whether the headphones are missed: what the nurse is told of and the record keeps. */
export function isMissed(state: { readonly kind: OutputState['kind'] }): boolean {
  return state.kind === 'lost' || state.kind === 'several' || state.kind === 'back';
}

/**
 * What follows from a look, or from another choice.
 * @param now any monotonic clock, ms
 */
export function nextOutput(
  state: OutputState,
  chosen: Pick<ChosenOutput, 'deviceId' | 'label'> | null,
  input: OutputInput,
  now: number,
): OutputState {
  if (chosen === null) return { kind: 'default' };
  if (input.kind === 'chosen') return { kind: 'waiting', since: now };
  if (input.devices === null) return blind(state, now);
  const found = findOutput(chosen, input.devices);
  if (found.kind === 'several') return { kind: 'several' };
  if (found.kind === 'none') return { kind: 'lost' };
  return there(state, found.deviceId, now);
}

function blind(state: OutputState, now: number): OutputState {
  if (state.kind === 'present') return now - state.seenAt >= BLIND_AFTER_MS ? { kind: 'lost' } : state;
  if (state.kind === 'waiting') return now - state.since >= BLIND_AFTER_MS ? { kind: 'lost' } : state;
  // What is not known to be there does not come to be there by not looking.
  return state.kind === 'back' ? { kind: 'lost' } : state;
}

function there(state: OutputState, deviceId: string, now: number): OutputState {
  const present: OutputState = { kind: 'present', deviceId, seenAt: now };
  switch (state.kind) {
    case 'default':
    case 'waiting':
      return present;
    case 'present':
      // Another device stands for the headphones: that one was pulled out and this one put in.
      return state.deviceId === deviceId ? present : { kind: 'back', deviceId, since: now };
    case 'lost':
    case 'several':
      return { kind: 'back', deviceId, since: now };
    case 'back':
      if (state.deviceId !== deviceId) return { kind: 'back', deviceId, since: now };
      return now - state.since >= BACK_AFTER_MS ? present : state;
  }
}
