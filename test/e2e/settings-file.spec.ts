import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';

test('settings of a newer version are set aside whole and told, never written over', async ({ launchRoom }) => {
  const place = mkdtempSync(join(tmpdir(), 'stillroom-settings-'));
  const userData = join(place, 'user-data');
  mkdirSync(userData);
  const newer = JSON.stringify({ schemaVersion: 99, pc: 'pc-of-tomorrow', lights: { lamps: ['of a newer kind'] } });
  writeFileSync(join(userData, 'settings.json'), newer);
  try {
    const room = await launchRoom({ userData, env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
    const hello = await new Nurse(room.room).request('hello', {});
    expect(hello.ok && hello.data.status.findings).toContain('settingsSetAside');
    const aside = readdirSync(userData).filter((name) => name.startsWith('settings.damaged-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(userData, aside[0] ?? ''), 'utf8')).toBe(newer);
    await room.close();
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 10 });
  }
});
