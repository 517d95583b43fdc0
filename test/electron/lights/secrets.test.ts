import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '../../../electron/access/keychain.ts';
import { openLampSecrets } from '../../../electron/lights/secrets.ts';
import { fixedKeychain, noKeychain } from '../../helpers/keychains.ts';
import { leaksUnder } from '../../helpers/leak-search.ts';
import { bridge, broker } from './lamp-fixtures.ts';

const SECRET = 'Kranichfeder-Token-77';
const key = Buffer.alloc(32, 7);

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
  file = path.join(folder, 'lamp-secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (keychain: Keychain, chainKey: Uint8Array | null = key) =>
  openLampSecrets({ file, keychain, chainKey: () => chainKey });

describe.each([
  ['in the key chain', fixedKeychain(Buffer.alloc(32, 1))],
  ['where there is no key chain, under the vault', noKeychain],
])('a secret %s', (_name, keychain) => {
  it('comes back after a restart, for its connection alone', async () => {
    expect((await (await open(keychain)).set(broker, SECRET)).ok).toBe(true);
    const secrets = await open(keychain);
    expect(await secrets.get(broker)).toBe(SECRET);
    expect(await secrets.get({ ...broker, name: 'Renamed' })).toBe(SECRET);
    expect(await secrets.get(bridge)).toBeNull();
  });

  it('is not on the disk in any form that can be read', async () => {
    await (await open(keychain)).set(broker, SECRET);
    expect(leaksUnder(folder, [SECRET, 'Kranichfeder'])).toEqual([]);
  });

  it('is not given to another address, user or certificate, whatever the settings say', async () => {
    const secrets = await open(keychain);
    await secrets.set(broker, SECRET);
    await secrets.set(bridge, SECRET);
    expect(await secrets.get({ ...broker, host: '192.0.2.66' })).toBeNull();
    expect(await secrets.get({ ...broker, user: 'somebody' })).toBeNull();
    expect(await secrets.get({ ...bridge, certificate: 'e'.repeat(64) })).toBeNull();
    expect(await secrets.get({ ...bridge, host: '192.0.2.66' })).toBe(SECRET);
  });

  it('cannot be moved to another connection in the file', async () => {
    await (await open(keychain)).set(broker, SECRET);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"broker":', '"bridge":'));
    expect(await (await open(keychain)).get(bridge)).toBeNull();
  });

  it('changed by one letter is asked for again', async () => {
    await (await open(keychain)).set(broker, SECRET);
    const text = readFileSync(file, 'utf8');
    const at = text.search(/"(wrapped|text)":"/) + 20;
    writeFileSync(file, text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
    expect(await (await open(keychain)).get(broker)).toBeNull();
  });

  it('is forgotten with its connection; others stay', async () => {
    const secrets = await open(keychain);
    await secrets.set(broker, SECRET);
    await secrets.set(bridge, 'other');
    expect((await secrets.remove('broker')).ok).toBe(true);
    expect((await secrets.remove('never was')).ok).toBe(true);
    const after = await open(keychain);
    expect([await after.get(broker), await after.get(bridge)]).toEqual([null, 'other']);
    expect(readFileSync(file, 'utf8')).not.toContain('broker');
  });

  it('several kept at once are all kept', async () => {
    const secrets = await open(keychain);
    const many = Array.from({ length: 8 }, (_, at) => ({ ...broker, id: `broker-${at}` }));
    await Promise.all(many.map((one) => secrets.set(one, `secret of ${one.id}`)));
    const after = await open(keychain);
    expect(await Promise.all(many.map((one) => after.get(one)))).toEqual(many.map(({ id }) => `secret of ${id}`));
    expect(readdirSync(folder)).toEqual(['lamp-secrets.json']);
  });
});

describe('the vault', () => {
  it('closed, gives nothing and takes nothing; open, the secret is there', async () => {
    let chainKey: Uint8Array | null = key;
    const secrets = await openLampSecrets({ file, keychain: noKeychain, chainKey: () => chainKey });
    await secrets.set(broker, SECRET);
    chainKey = null;
    expect(await secrets.get(broker)).toBeNull();
    expect(await secrets.set(broker, 'x')).toMatchObject({ ok: false, code: 'lights.secretLocked' });
    chainKey = key;
    expect(await secrets.get(broker)).toBe(SECRET);
  });

  it('of another clinic does not open it', async () => {
    await (await open(noKeychain)).set(broker, SECRET);
    expect(await (await open(noKeychain, Buffer.alloc(32, 8))).get(broker)).toBeNull();
  });
});

describe('a key chain that refuses', () => {
  it('has the secret asked for again, and throws nothing', async () => {
    await (await open(fixedKeychain(Buffer.alloc(32, 1)))).set(broker, SECRET);
    expect(await (await open(fixedKeychain(Buffer.alloc(32, 2)))).get(broker)).toBeNull();
    expect(await (await open(noKeychain)).get(broker)).toBeNull();
    const refusing: Keychain = { ...noKeychain, available: () => Promise.resolve(true) };
    expect(await (await open(refusing)).set(broker, SECRET)).toMatchObject({ ok: false, kind: 'unsaved' });
  });
});

describe('the file', () => {
  it.each(['', 'not json', '{"schemaVersion":1}', '{"schemaVersion":1,"secrets":{"a":{"kind":"plain","secret":"x"}}}'])(
    'damaged (%s) is set aside and told',
    async (text) => {
      writeFileSync(file, text);
      const secrets = await open(noKeychain);
      expect(secrets.findings).toEqual(['lampSecretsDamaged']);
      expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe(text);
      expect((await secrets.set(broker, SECRET)).ok).toBe(true);
    },
  );

  it('of a newer program is left alone', async () => {
    writeFileSync(file, '{"schemaVersion":2}');
    const secrets = await open(noKeychain);
    expect(secrets.findings).toEqual(['lampSecretsNewer']);
    expect(await secrets.set(broker, SECRET)).toMatchObject({ ok: false, code: 'lights.secretsUnreachable' });
    expect(readFileSync(file, 'utf8')).toBe('{"schemaVersion":2}');
  });

  it('is not there before there is a secret', async () => {
    await (await open(noKeychain)).remove('broker');
    expect(existsSync(file)).toBe(false);
  });
});
