import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLampSecrets } from '../../../electron/lights/secrets.ts';
import { createTokens } from '../../../electron/sending/tokens.ts';
import { tryServer } from '../../../electron/sending/try-server.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { noKeychain } from '../../helpers/keychains.ts';
import { leaksUnder } from '../../helpers/leak-search.ts';
import { saying, startFhirServer, type FhirServerPeer } from '../../peers/fhir-server.ts';
import { KEY, serverOf, TOKEN } from './sending-fixtures.ts';

let peer: FhirServerPeer;
beforeEach(async () => {
  peer = await startFhirServer();
  peer.token = TOKEN;
});
afterEach(() => peer.close());

const tried = (token: string | null = TOKEN) =>
  tryServer({ server: serverOf(peer), token }, fakeTime(), new AbortController().signal);

it('a test says what answers there and whether the token is taken, and sends nothing of anybody', async () => {
  const found = { version: '4.0.1', r4: true, name: 'Example FHIR server', bundles: 'yes' };
  expect(await tried()).toMatchObject({ ok: true, data: found });
  expect(peer.requests.map(({ method, body }) => [method, body.length])).toEqual([
    ['GET', 0],
    ['GET', 0],
  ]);
  expect(await tried('another')).toMatchObject({ code: 'sending.noAnswer', params: { why: 'notAllowed' } });
  peer.statement = { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' };
  expect(await tried()).toMatchObject({ data: { version: '5.0.0', r4: false } });
  peer.statement = { resourceType: 'Patient' };
  expect(await tried()).toMatchObject({ params: { why: 'noFhir' } });
  peer.trouble = saying(503, 'Later');
  expect(await tried()).toMatchObject({ params: { why: 'busy' } });
  peer.trouble = 'endless';
  expect(await tried()).toMatchObject({ params: { why: 'noFhir' } });
  peer.trouble = 'redirect';
  expect(await tried()).toMatchObject({ params: { why: 'redirected' } });
});

it('the token comes back after a restart for its own server alone, and lies nowhere that it can be read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tokens-'));
  const open = async () =>
    createTokens(
      await openLampSecrets({ file: path.join(folder, 'secret.json'), keychain: noKeychain, chainKey: () => KEY }),
    );
  const server = serverOf(peer, { certificate: null });
  expect(await (await open()).keep(server, TOKEN)).toMatchObject({ ok: true });
  const tokens = await open();
  expect(await tokens.kept(server)).toBe(TOKEN);
  expect(await tokens.toTry(server, 'typed')).toBe('typed');
  expect(await tokens.kept({ ...server, host: 'elsewhere.example' })).toBeNull();
  expect(await tokens.toTry({ ...server, auth: 'none' }, 'typed')).toBeNull();
  expect(leaksUnder(folder, [TOKEN])).toEqual([]);
  await tokens.keep({ ...server, auth: 'none' }, null);
  expect(await (await open()).kept(server)).toBeNull();
  rmSync(folder, { recursive: true });
});
