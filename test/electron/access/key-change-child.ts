/** Changes keys and is killed before its Nth file operation: `node key-change-child.ts FOLDER KEYCHAIN-KEY ACT N`. Says how many it made. */
import path from 'node:path';
// @ts-expect-error The package has types, but its list of exports does not name them.
import Driver from 'better-sqlite3-multiple-ciphers';
import { replaceDataKeys, type Closable } from '../../../electron/access/data-keys.ts';
import { renewRecovery } from '../../../electron/access/vault-changes.ts';
import { openVault } from '../../../electron/access/vault.ts';
import { reencryptJob } from '../../../electron/record/jobs/reencrypt-job.ts';
import { success } from '../../../shared/ipc/answer.ts';
import { fixedKeychain } from '../../helpers/keychains.ts';
import { killAt } from '../../helpers/kill-at.ts';
import { dataOf } from '../../helpers/temp-record.ts';

const [folder = '', key = '', act = '', at = ''] = process.argv.slice(2);
const databases = [path.join(folder, 'clinic.db'), path.join(folder, 'practice.db')];
const place = { file: path.join(folder, 'vault.json'), databases, keychain: fixedKeychain(Buffer.from(key, 'hex')) };
const { keys } = dataOf(await openVault(place, null));

const unasked = () => Promise.reject(new Error('not asked for'));
const counting = killAt(Number(at));
counting.watch((Driver as { prototype: object }).prototype, ['close']);
if (act === 'recovery') {
  dataOf(await renewRecovery(place, null, { secret: new Uint8Array(20).fill(9), madeAt: 1 }));
} else {
  const closable = (kind: 'clinic' | 'practice', file: string): Closable => ({
    kind,
    exclusively: async (work) => {
      const done = await work({ file, ...keys[kind], pc: 'pc-1', kind, mayCreate: false });
      return done.answer.ok ? success(null) : done.answer;
    },
  });
  const records = [closable('clinic', databases[0] ?? '')];
  const replaced = await replaceDataKeys(place, null, records, {}, (options, args) =>
    reencryptJob(
      { options, progress: () => undefined, signal: new AbortController().signal, writeImport: unasked },
      args,
    ),
  );
  dataOf(replaced);
}
process.stdout.write(String(counting.count()));
