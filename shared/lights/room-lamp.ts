import * as z from 'zod/mini';
import { zoneNames, type ZoneName } from './scene.ts';

/** The light that is a prompt to the nurse, and the one that is the app's own screen. */
export const BY_HAND = 'byHand';
export const SCREEN = 'screen';

/** A lamp of the room as windows know it. `name` is what the clinic calls it; null for a light of the app's own. */
export const roomLampSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  zones: z.array(z.enum(zoneNames)),
});
export type RoomLamp = z.infer<typeof roomLampSchema>;

/** Zones in which a lamp of the clinic's hangs, in the order of all zones. */
export function litZones(lamps: readonly RoomLamp[]): readonly ZoneName[] {
  const clinics = lamps.filter(({ id }) => id !== SCREEN && id !== BY_HAND);
  return zoneNames.filter((zone) => clinics.some(({ zones }) => zones.includes(zone)));
}
