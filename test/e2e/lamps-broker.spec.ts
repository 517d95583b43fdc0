import { existsSync } from 'node:fs';
import path from 'node:path';
import { Owner } from '../helpers/lamp-owner.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import { startMosquitto } from '../peers/mosquitto.ts';
import { startZigbee } from '../peers/zigbee.ts';

const hasMosquitto = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'mosquitto')));

test('an owner adds a Zigbee lamp behind a real broker, and "full" reaches it', async ({ launchRoom }) => {
  test.skip(!hasMosquitto, 'mosquitto is not installed here; npm run test:peers installs it.');
  const broker = await startMosquitto();
  const zigbee = await startZigbee(`mqtt://127.0.0.1:${broker.port}`, ['zigbee2mqtt/ceiling']);
  await zigbee.say('zigbee2mqtt/ceiling/availability', '{"state":"online"}', true);
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const owner = new Owner(nurse.page);
  await nurse.setUp();
  await nurse.button('Settings').first().click();
  await nurse.button('Open the lamps').click();
  await owner.connection(/^MQTT/, 'House broker', `127.0.0.1:${broker.port}`);
  await owner.choose('No, as on a network of its own');
  await owner.press('Test and save');
  await owner.isThere('House broker');
  await owner.lamp('House broker');
  await owner.fill('Topic of the device', 'zigbee2mqtt/ceiling');
  await owner.fill('Name', 'Ceiling');
  await owner.choose('Above the patient');
  await owner.save();
  const before = zigbee.told.length;
  await nurse.request('lights.full', {});
  const { message } = await zigbee.until(({ message: { brightness } }) => brightness === 254, before);
  expect(message).toMatchObject({ state: 'ON' });
  await zigbee.end();
  await broker.end();
});
