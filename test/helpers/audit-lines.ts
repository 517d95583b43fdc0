import { join } from 'node:path';
import { openVault } from '../../electron/access/vault.ts';
import { eventsSince } from '../../electron/record/event-rows.ts';
import { closeStore } from '../../electron/record/store.ts';
import { AUDIT_STREAM, auditBodySchema, type AuditBody } from '../../shared/people/audit-events.ts';
import type { Author } from '../../shared/session/event.ts';
import { noKeychain } from './keychains.ts';
import { openStoreOrThrow } from './temp-record.ts';

/** More than any test writes. */
const MOST = 10_000;

/** One line of the audit, with who stands in it. */
export type AuditLine = AuditBody & { readonly author: Author };

/** The whole audit of an app that is closed, from its files and its passphrase alone, oldest first. */
export async function auditLines(userData: string, passphrase: string): Promise<readonly AuditLine[]> {
  const files = { file: join(userData, 'vault.json'), databases: [join(userData, 'clinic.db')] };
  const vault = await openVault({ ...files, keychain: noKeychain }, passphrase);
  if (!vault.ok) throw new Error(`the vault did not open: ${vault.code}`);
  const { clinic } = vault.data.keys;
  const file = join(userData, 'clinic.db');
  const store = openStoreOrThrow({ ...clinic, file, pc: 'reader', kind: 'clinic', mayCreate: false });
  try {
    return eventsSince(store.reader, AUDIT_STREAM, 0, MOST).map(({ body, author }) => ({
      ...auditBodySchema.parse(body),
      author,
    }));
  } finally {
    closeStore(store);
  }
}
