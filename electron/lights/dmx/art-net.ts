import type { ConnectionOf } from '../../../shared/lights/lamps.ts';
import type { OpenLink } from '../link.ts';
import { addressOf } from './address.ts';
import { ART_NET_PORT, artDmxPackets } from './art-dmx.ts';
import { openDmxLink } from './link.ts';

/** Art-Net: ArtDmx to one node, never to all. */
export const openArtNet: OpenLink<ConnectionOf<'artnet'>> = (connection, lamps, parts) => {
  const target = { ...addressOf(connection.host, ART_NET_PORT), from: null, multicast: false };
  return openDmxLink(connection, lamps, parts, target, artDmxPackets(connection.universe));
};
