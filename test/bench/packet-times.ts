import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Closer } from '../peers/sound-server.ts';

/** A DMX packet of E1.31 on the loopback network. */
export interface Heard {
  /** When the kernel had it, epoch ms. */
  readonly at: number;
  readonly port: number;
  /** Number of channel 1. */
  readonly level: number;
}

const FILE_HEADER = 24;
const PACKET_HEADER = 16;
/** Ethernet, IP and UDP before the packet itself. */
const PORT_AT = 14 + 20 + 2;
const LEVEL_AT = 14 + 20 + 8 + 126;
const KEPT = 192;

/**
 * The kernel's own times of packets to these ports, as tcpdump tells them: the same clock for every sender, and none of
 * them is asked. Needs root and tcpdump.
 */
export async function packetTimes(ports: readonly number[], close: Closer): Promise<readonly Heard[]> {
  const filter = ports.map((port) => `dst port ${port}`).join(' or ');
  const child = spawn(
    'tcpdump',
    ['-i', 'lo', '-s', String(KEPT), '--immediate-mode', '-U', '-w', '-', '--nano', `udp and (${filter})`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  close.add(async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  });
  const heard: Heard[] = [];
  let rest = Buffer.alloc(0);
  let begun = false;
  child.stdout.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    if (!begun && rest.length >= FILE_HEADER) {
      begun = true;
      rest = rest.subarray(FILE_HEADER);
    }
    while (begun && rest.length >= PACKET_HEADER && rest.length >= PACKET_HEADER + rest.readUInt32LE(8)) {
      const packet = rest.subarray(PACKET_HEADER, PACKET_HEADER + rest.readUInt32LE(8));
      const at = rest.readUInt32LE(0) * 1000 + rest.readUInt32LE(4) / 1e6;
      heard.push({ at, port: packet.readUInt16BE(PORT_AT), level: packet.readUInt8(LEVEL_AT) });
      rest = rest.subarray(PACKET_HEADER + packet.length);
    }
  });
  const [first] = (await Promise.race([
    once(child.stderr, 'data'),
    once(child, 'error').then(([problem]) => {
      throw new Error(`tcpdump is needed to time packets and did not start: ${(problem as Error).message}`);
    }),
  ])) as [Buffer];
  if (!first.toString().includes('listening')) throw new Error(`tcpdump cannot time packets: ${first.toString()}`);
  return heard;
}
