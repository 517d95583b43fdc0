import type { ConnectionOf } from '../../../shared/lights/lamps.ts';
import type { OpenLink } from '../link.ts';
import { addressOf } from './address.ts';
import { cidOf, E131_PORT, e131Packets, groupOf } from './e131.ts';
import { openDmxLink } from './link.ts';

/** sACN (ANSI E1.31): to one receiver, or to the universe's own multicast group. */
export const openSacn: OpenLink<ConnectionOf<'sacn'>> = (connection, lamps, parts) => {
  const { id, name, host, from, universe, priority } = connection;
  const target = host === null ? { host: groupOf(universe), port: E131_PORT } : addressOf(host, E131_PORT);
  const packets = e131Packets({ cid: cidOf(id), name: `Stillroom ${name}`, universe, priority });
  return openDmxLink(connection, lamps, parts, { ...target, from, multicast: host === null }, packets);
};
