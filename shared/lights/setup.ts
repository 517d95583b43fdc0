import * as z from 'zod/mini';
import { connectionSchema, lampSchema, linkHealthSchema, targetsOfKind, type Connection, type Lamp } from './lamps.ts';
import { zoneNames, type ZoneName } from './scene.ts';

/** Most of each in one room: well under what one message carries. */
export const MOST_CONNECTIONS = 20;
export const MOST_LAMPS = 100;

/** Level of all lamps after the app is left, 0.1 to 1: never so dark that somebody falls. Null: they stay as they are. */
export const leavingSchema = z.nullable(z.number().check(z.gte(0.1), z.lte(1)));

/** Which lamps this room has, and the ways to them. No secrets. */
export const lightsSetupSchema = z.object({
  connections: z.array(connectionSchema).check(z.maxLength(MOST_CONNECTIONS)),
  lamps: z.array(lampSchema).check(z.maxLength(MOST_LAMPS)),
  leaving: leavingSchema,
});
export type LightsSetup = z.infer<typeof lightsSetupSchema>;

export const noLights: LightsSetup = { connections: [], lamps: [], leaving: null };

/** Who answers and who does not; `since` is epoch ms, `code` a key of the text catalogue (`light.<code>`). */
export const lampHealthSchema = z.object({
  connections: z.array(z.object({ id: z.string(), health: linkHealthSchema })),
  /** `lost` null: as far as is known, the lamp does what it is told. */
  lamps: z.array(z.object({ id: z.string(), lost: z.nullable(z.object({ since: z.number(), code: z.string() })) })),
});
export type LampHealth = z.infer<typeof lampHealthSchema>;

/**
 * Zones in which no lamp is ours, so that somebody has to turn a dimmer. A lamp of `room` leaves none: that zone is
 * everything which has no name. Where there is no lamp at all it is the room as a whole.
 */
export function zonesByHand(lamps: readonly Pick<Lamp, 'zone'>[]): readonly ZoneName[] {
  const lit = new Set(lamps.map(({ zone }) => zone));
  if (lit.has('room')) return [];
  const named = zoneNames.filter((zone) => zone !== 'room');
  return lit.size === 0 ? ['room'] : named.filter((zone) => !lit.has(zone));
}

/** Whether a lamp can be one of this connection's. */
export function fitsConnection({ target }: Pick<Lamp, 'target'>, { kind }: Pick<Connection, 'kind'>): boolean {
  return targetsOfKind[kind].includes(target.kind);
}

/** Whether a connection is opened with a secret. */
export function needsSecret(connection: Connection): boolean {
  if (connection.kind === 'mqtt') return connection.user !== null;
  return connection.kind === 'hue' || connection.kind === 'homeAssistant';
}

/**
 * What a secret was given for, as one text: it is used for nothing else. Where a certificate is pinned that is the
 * other side, whatever its address; elsewhere it is the address.
 */
export function secretPurpose(connection: Connection): string {
  const pinned = 'certificate' in connection ? connection.certificate : null;
  const encrypted = 'encrypted' in connection ? connection.encrypted : connection.kind === 'hue';
  const user = connection.kind === 'mqtt' ? connection.user : null;
  const side =
    pinned !== null && encrypted ? `certificate ${pinned}` : `${encrypted ? 'tls' : 'plain'} ${connection.host}`;
  return JSON.stringify([connection.id, connection.kind, user, side]);
}
