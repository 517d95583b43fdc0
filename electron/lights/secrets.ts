import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Connection } from '../../shared/lights/lamps.ts';
import { secretPurpose } from '../../shared/lights/setup.ts';
import type { Keychain } from '../access/keychain.ts';
import { base64, fromBase64, seal, sealedSchema, toBase64, unseal } from '../access/seal.ts';
import { setAside } from '../access/vault-file.ts';
import { diskCodeOf } from '../record/failures.ts';
import { writeWhole } from '../record/whole-file.ts';

/**
 * One secret: wrapped by the operating system, or, where it keeps no real key chain, sealed under a key of the clinic's
 * vault. The second opens with the record, which is when lamps are needed; asking for it again at each start would end
 * on a slip of paper.
 */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain'), wrapped: base64 }),
  z.object({ kind: z.literal('vault'), sealed: sealedSchema }),
]);
type Entry = z.infer<typeof entrySchema>;

const SECRETS_VERSION = 1;
const fileSchema = z.object({
  schemaVersion: z.literal(SECRETS_VERSION),
  secrets: z.record(z.string(), entrySchema),
});

/** What the wrapping holds: the secret, and what it was given for. */
const wrappedSchema = z.object({ purpose: z.string(), secret: z.string().check(z.minLength(1), z.maxLength(4_000)) });

/** Application keys, passwords and tokens of connections. None of them leaves this but to the link that it opens. */
export interface LampSecrets {
  /** The secret; null where there is none, it was given for another address, or it cannot be opened now. Never throws. */
  readonly get: (connection: Connection) => Promise<string | null>;
  readonly set: (connection: Connection, secret: string) => Promise<Answer<Record<string, never>>>;
  /** Forgets it; nothing to forget is fine. */
  readonly remove: (connectionId: string) => Promise<Answer<Record<string, never>>>;
  /** What the start found, as codes (`finding.<code>`). */
  readonly findings: readonly string[];
}

export interface LampSecretsParts {
  readonly file: string;
  readonly keychain: Keychain;
  /** The chain key of the clinic's record, which is never replaced; null while the vault is closed. */
  readonly chainKey: () => Uint8Array | null;
}

const PURPOSE = 'stillroom lamp secrets 1';

/** Opens the file of wrapped secrets; a damaged one is set aside, and the secrets are asked for again. Never throws. */
export async function openLampSecrets({ file, keychain, chainKey }: LampSecretsParts): Promise<LampSecrets> {
  const found = await read(file);
  let entries: Readonly<Record<string, Entry>> = found.entries;
  let queue: Promise<unknown> = Promise.resolve();

  const change = (
    work: () => Promise<Answer<Readonly<Record<string, Entry>>>>,
  ): Promise<Answer<Record<string, never>>> => {
    const done = queue.then(async () => {
      if (found.unusable) return failure('unavailable', 'lights.secretsUnreachable');
      try {
        const next = await work();
        if (!next.ok || next.data === entries) return next.ok ? success({}) : next;
        const text = JSON.stringify({ schemaVersion: SECRETS_VERSION, secrets: next.data });
        await writeWhole(file, (handle) => handle.writeFile(text, 'utf8'));
        entries = next.data;
        return success({});
      } catch (error) {
        return failure('unsaved', diskCodeOf(error) === 'disk.full' ? 'lights.diskFull' : 'lights.notKept');
      }
    });
    queue = done;
    return done;
  };

  const wrap = async (connection: Connection, secret: string): Promise<Entry | null> => {
    const bytes = Buffer.from(JSON.stringify({ purpose: secretPurpose(connection), secret }), 'utf8');
    try {
      if (await keychain.available()) return { kind: 'keychain', wrapped: toBase64(await keychain.wrap(bytes)) };
      const key = sealingKey(chainKey());
      return key === null ? null : { kind: 'vault', sealed: seal(bytes, key, PURPOSE) };
    } finally {
      bytes.fill(0);
    }
  };

  const unwrap = async (entry: Entry): Promise<Uint8Array | null> => {
    if (entry.kind === 'keychain') return (await keychain.unwrap(fromBase64(entry.wrapped))).bytes;
    const key = sealingKey(chainKey());
    return key === null ? null : unseal(entry.sealed, key, PURPOSE);
  };

  return {
    findings: found.findings,
    get: async (connection) => {
      const entry = Object.hasOwn(entries, connection.id) ? entries[connection.id] : undefined;
      if (entry === undefined) return null;
      try {
        const bytes = await unwrap(entry);
        if (bytes === null) return null;
        const { purpose, secret } = wrappedSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
        bytes.fill(0);
        return purpose === secretPurpose(connection) ? secret : null;
      } catch {
        // The key chain refuses, or these bytes are not ours: the clinic is asked again.
        return null;
      }
    },
    set: (connection, secret) =>
      change(async () => {
        const entry = await wrap(connection, secret);
        return entry === null
          ? failure('refused', 'lights.secretLocked')
          : success({ ...entries, [connection.id]: entry });
      }),
    remove: (connectionId) =>
      change(async () => {
        if (!Object.hasOwn(entries, connectionId)) return success(entries);
        const { [connectionId]: _forgotten, ...others } = entries;
        return success(others);
      }),
  };
}

function sealingKey(chainKey: Uint8Array | null): Uint8Array | null {
  return chainKey === null ? null : new Uint8Array(hkdfSync('sha256', chainKey, '', PURPOSE, 32));
}

interface Found {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly findings: readonly string[];
  /** The file could not be looked at, or is a newer program's: it is left alone. */
  readonly unusable: boolean;
}

async function read(file: string): Promise<Found> {
  const none = { entries: {}, findings: [], unusable: false };
  try {
    const text = await readFile(file, 'utf8');
    const value = jsonOf(text);
    const version = z.object({ schemaVersion: z.int() }).safeParse(value);
    if (version.success && version.data.schemaVersion > SECRETS_VERSION)
      return { ...none, findings: ['lampSecretsNewer'], unusable: true };
    const parsed = fileSchema.safeParse(value);
    if (parsed.success) return { ...none, entries: parsed.data.secrets };
    await setAside(file);
    return { ...none, findings: ['lampSecretsDamaged'] };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return none;
    return { ...none, findings: ['lampSecretsUnreachable'], unusable: true };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
