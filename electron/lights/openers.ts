import type { Connection, ConnectionKind, ConnectionOf, Lamp } from '../../shared/lights/lamps.ts';
import { openArtNet } from './dmx/art-net.ts';
import { openSacn } from './dmx/sacn.ts';
import { openHomeAssistant } from './home-assistant/open-home-assistant.ts';
import { openHue } from './hue/hue-link.ts';
import type { LightLink, LinkParts, OpenLink } from './link.ts';
import { openMqtt } from './mqtt/open-mqtt.ts';
import { openWled } from './wled/wled-link.ts';

/** How each kind of connection is opened. */
export type Openers = { readonly [K in ConnectionKind]?: OpenLink<ConnectionOf<K>> };

/** The kinds that this app knows. */
export const openers: Openers = {
  hue: openHue,
  wled: openWled,
  sacn: openSacn,
  artnet: openArtNet,
  mqtt: openMqtt,
  homeAssistant: openHomeAssistant,
};

/** Opens a connection by its kind; null where this app does not know the kind. */
export function openConnection(
  known: Openers,
  connection: Connection,
  lamps: readonly Lamp[],
  parts: LinkParts,
): LightLink | null {
  const open = known[connection.kind] as OpenLink<Connection> | undefined;
  return open === undefined ? null : open(connection, lamps, parts);
}
