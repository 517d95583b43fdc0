import { MAX_MESSAGE, requestEnvelopeSchema, requests, type RequestName } from '../../shared/ipc/contract.ts';
import { failure, type Answer } from '../../shared/ipc/answer.ts';

/** Parses one message into a known request; a refusal names the field and never echoes the value. */
export function parseRequest(message: unknown): Answer<{ readonly name: RequestName; readonly args: unknown }> {
  if (typeof message !== 'string' || message.length > MAX_MESSAGE) return failure('invalid', 'ipc.tooLarge');
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    return failure('invalid', 'ipc.notJson');
  }
  const envelope = requestEnvelopeSchema.safeParse(json);
  if (!envelope.success || !Object.hasOwn(requests, envelope.data.name))
    return failure('invalid', 'ipc.unknownRequest');
  const name = envelope.data.name as RequestName;
  const args = requests[name].args.safeParse(envelope.data.args);
  if (!args.success) {
    const field = args.error.issues[0]?.path.join('.') ?? '';
    return failure('invalid', 'ipc.invalidField', { field }, field);
  }
  return { ok: true, seq: null, data: { name, args: args.data } };
}
