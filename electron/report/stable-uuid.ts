import { createHash } from 'node:crypto';

/** Of this app: names of the record become UUIDs under it. */
const NAMESPACE = Buffer.from('5d1c6f0e8d0b4c5c9b2f6a7e30c1d482', 'hex');

/** The UUID (version 5, RFC 9562) of a name in the record: always the same for the same name. */
export function stableUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
