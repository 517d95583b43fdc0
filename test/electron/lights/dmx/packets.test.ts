import { Packet } from 'sacn';
import { describe, expect, it } from 'vitest';
import { artDmxPackets } from '../../../../electron/lights/dmx/art-dmx.ts';
import { cidOf, e131Packets, groupOf } from '../../../../electron/lights/dmx/e131.ts';
import { SLOTS } from '../../../../electron/lights/dmx/levels.ts';

const slots = Uint8Array.from({ length: SLOTS }, (_, at) => (at * 7) % 256);
const source = { cid: cidOf('node'), name: 'Stillroom Room 1', universe: 0x1234, priority: 0 };

describe('E1.31 packets', () => {
  it('are read by an implementation that is not ours', () => {
    const read = new Packet(e131Packets(source).frame(slots));
    expect(read).toMatchObject({ universe: 0x1234, priority: 0, options: 0, sourceName: 'Stillroom Room 1' });
    expect(read).toMatchObject({ sequence: 0, syncUniverse: 0, propertyValueCount: 513 });
    expect(read.payloadAsBuffer).toEqual(Buffer.from(slots));
    expect(read.cid).toEqual(source.cid);
  });

  it('have the lengths of the standard in all three layers', () => {
    const packet = e131Packets(source).frame(slots);
    expect(packet).toHaveLength(638);
    expect([16, 38, 115].map((at) => packet.readUInt16BE(at))).toEqual([0x726e, 0x7258, 0x720b]);
  });

  it('are numbered from 0 to 255 and again, the ending as well', () => {
    const packets = e131Packets(source);
    const numbers = Array.from({ length: 256 }, () => packets.frame(slots)[111]);
    expect(numbers).toEqual(Array.from({ length: 256 }, (_, at) => at));
    expect(packets.ending(slots).map((packet) => [packet[111], packet[112]])).toEqual([
      [0, 0x40],
      [1, 0x40],
      [2, 0x40],
    ]);
  });

  it('cut a long name between two characters and leave its zero', () => {
    const packet = e131Packets({ ...source, name: 'ö'.repeat(40) }).frame(slots);
    expect(packet.subarray(44, 108).toString()).toBe(`${'ö'.repeat(31)}\0\0`);
  });

  it('come from the same identity at every start, each connection from its own', () => {
    expect(cidOf('node')).toEqual(cidOf('node'));
    expect(cidOf('node')).not.toEqual(cidOf('other'));
    expect(cidOf('node')).toHaveLength(16);
  });

  it('go to the group of their universe', () => {
    expect([1, 256, 63_999].map(groupOf)).toEqual(['239.255.0.1', '239.255.1.0', '239.255.249.255']);
  });
});

describe('Art-Net packets', () => {
  it('are laid out as the specification says', () => {
    const packet = artDmxPackets(0x1234).frame(slots);
    expect(packet).toHaveLength(530);
    expect(packet.subarray(0, 18).toString('hex')).toBe(
      '4172742d4e657400' + '0050' + '000e' + '01' + '00' + '34' + '12' + '0200',
    );
    expect(packet.subarray(18)).toEqual(Buffer.from(slots));
  });

  it('are numbered from 1 to 255 and again: 0 would mean not at all', () => {
    const packets = artDmxPackets(1);
    const numbers = Array.from({ length: 256 }, () => packets.frame(slots)[12]);
    expect(numbers).toEqual([...Array.from({ length: 255 }, (_, at) => at + 1), 1]);
    expect(packets.ending(slots)).toEqual([]);
  });
});
