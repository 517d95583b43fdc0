import { failure, success, type Answer } from '../ipc/answer.ts';
import { PROTOCOL_VERSION, type Protocol } from './schema.ts';
import { storedProtocolSchema } from './stored.ts';

/** What a protocol's file says of itself. */
const FORMAT = 'stillroom protocol';
/** A file is at most this long, bytes: a protocol has to fit into one message to a window. */
export const LONGEST_PROTOCOL_FILE = 200_000;

/** A protocol as a file, for another clinic's or another computer's Stillroom. */
export function protocolFile(protocol: Protocol): string {
  return `${JSON.stringify({ format: FORMAT, protocol }, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** A protocol of a file, of any form up to today's; else why not, with the field. Nothing of it is ever executed. */
export function readProtocolFile(text: string): Answer<Protocol> {
  const file = parsed(text);
  if (part(file, 'format') !== FORMAT) return failure('refused', 'protocol.fileForeign');
  const stored = part(file, 'protocol');
  const form = part(stored, 'schemaVersion');
  if (typeof form === 'number' && form > PROTOCOL_VERSION) return failure('refused', 'protocol.fileNewer');
  const protocol = storedProtocolSchema.safeParse(stored);
  if (protocol.success) return success(protocol.data);
  const [first] = protocol.error.issues;
  const field = first?.path.map(String).join('.') ?? '';
  return failure('invalid', 'protocol.fileField', { field, expected: first?.code ?? '' }, field);
}
