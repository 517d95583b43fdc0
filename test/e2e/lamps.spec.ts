import { leaksUnder } from '../helpers/leak-search.ts';
import { Owner } from '../helpers/lamp-owner.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import { udpReceiver } from '../helpers/udp-receiver.ts';
import { selfSigned } from '../helpers/self-signed.ts';
import { homeLight } from '../peers/home-assistant-commands.ts';
import { startHomeAssistant } from '../peers/home-assistant.ts';
import { startHueBridge } from '../peers/hue-bridge.ts';
import { startWled } from '../peers/wled-strip.ts';

const FULL = 255;
/** Where the slots of a universe begin in a packet, after the headers of E1.31 and of ArtDmx. */
const SACN_SLOTS = 126;
const ART_NET_SLOTS = 18;

/** What the bridge gives when it is paired, and what opens the house. */
const SECRETS = ['fictional-key-of-a-paired-application', 'a-long-lived-token-of-nobody', 'a-token-of-another-house'];

test('an owner adds lamps of each kind, sees them blink, and "full" reaches all of them', async ({ launchRoom }) => {
  const bridge = await startHueBridge();
  const strip = await startWled();
  const home = await startHomeAssistant({
    certificate: selfSigned('house.example'),
    entities: [homeLight('light.desk')],
  });
  const sacn = await udpReceiver();
  const artnet = await udpReceiver();
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const owner = new Owner(nurse.page);
  const { page } = nurse;
  await nurse.setUp();
  await nurse.button('Settings').first().click();
  await nurse.button('Open the lamps').click();
  await expect(page.getByText('No lamp follows the session yet.')).toBeVisible();

  // A Hue bridge: nothing is asked of it before its certificate is confirmed.
  await owner.connection(/^Philips Hue/, 'Ceiling bridge', bridge.host);
  await owner.press('Pair');
  await expect(owner.dialog.getByText('Look at its certificate first.')).toBeVisible();
  expect(bridge.requests).toEqual([]);
  await owner.press('Look at its certificate');
  await expect(owner.dialog.getByText(bridge.fingerprint().match(/.{4}/g)?.join(' ') ?? '')).toBeVisible();
  await owner.press('Yes, this is mine');
  await owner.press('Pair');
  await owner.dialog.getByText('Now press the round button').waitFor();
  bridge.pressButton();
  await owner.isThere('Ceiling bridge');
  const [light] = bridge.home.lights;
  await owner.lamp('Ceiling bridge');
  await owner.press('Look for its lamps');
  await owner.dialog.getByLabel('Which lamp').selectOption({ label: light?.name ?? '' });
  await owner.choose('Above the patient');
  await owner.press('Blink this one');
  await owner.dialog.getByRole('button', { name: 'Blinking…' }).waitFor({ state: 'detached' });
  const puts = () =>
    bridge.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(light?.rid ?? '-')).length;
  await expect.poll(puts).toBeGreaterThanOrEqual(4);
  await owner.save();

  // Two DMX nodes: a dimmer's smallest light is found by eye.
  await owner.connection(/^DMX over sACN/, 'Dimmer', `127.0.0.1:${sacn.port}`);
  await owner.press('Save');
  await owner.isThere('Dimmer');
  await owner.lamp('Dimmer');
  await owner.fill('DMX channel, 1 to 512', '5');
  await owner.fill('Name', 'Wall washer');
  await owner.choose('Floor');
  const least = owner.dialog.getByRole('slider', { name: 'When does it just give light?' });
  for (let step = 0; step < 20; step += 1) await least.press('ArrowRight');
  // 20 % by the exponent of 2.2 is 7 of 255.
  await expect.poll(() => sacn.packets.at(-1)?.[SACN_SLOTS + 4]).toBe(Math.round(0.2 ** 2.2 * FULL));
  await owner.save();
  await owner.connection(/^DMX over Art-Net/, 'Second node', `127.0.0.1:${artnet.port}`);
  await owner.press('Save');
  await owner.isThere('Second node');
  await owner.lamp('Second node');
  await owner.fill('DMX channel, 1 to 512', '512');
  await owner.fill('Name', 'Task light');
  await owner.choose('Nurse’s task light');
  await owner.save();

  // A strip, tested before it is saved; and a Home Assistant, whose certificate is pinned before it hears a token.
  await owner.connection(/^WLED/, 'Skirting', strip.host);
  await owner.press('Test and save');
  await owner.isThere('Skirting');
  await owner.lamp('Skirting');
  await owner.press('Look for its lamps');
  await owner.dialog.getByLabel('Which lamp').selectOption({ index: 1 });
  await owner.choose('Floor');
  await owner.save();
  await owner.connection(/^Home Assistant/, 'House', `127.0.0.1:${home.port}`);
  await owner.choose('Yes');
  await owner.press('Look at its certificate');
  await owner.press('Yes, this is mine');
  await owner.fill('Long-lived access token', 'a-token-of-another-house');
  await owner.press('Test and save');
  await expect(owner.dialog.getByText('it refuses the secret', { exact: false })).toBeVisible();
  await owner.fill('Long-lived access token', home.token);
  await owner.press('Test and save');
  await owner.isThere('House');
  await owner.lamp('House');
  await owner.fill('Entity', 'light.desk');
  await owner.fill('Name', 'Desk');
  await owner.choose('Nurse’s task light');
  await owner.save();

  // All of them follow: what "full" leaves is told by each.
  await nurse.request('lights.full', {});
  await expect.poll(() => sacn.packets.at(-1)?.[SACN_SLOTS + 4]).toBe(FULL);
  await expect.poll(() => artnet.packets.at(-1)?.[ART_NET_SLOTS + 511]).toBe(FULL);
  await expect.poll(() => light?.brightness).toBe(100);
  await expect.poll(() => strip.shown()).toBe(FULL);
  await home.until(({ entity, service }) => entity === 'light.desk' && service === 'turn_on');

  // Left, they go to the level that was chosen; nothing of the key was told to the window.
  const listed = await nurse.request('lights.list', {});
  for (const secret of SECRETS) expect(JSON.stringify(listed)).not.toContain(secret);
  await page.getByText('Go to one level').click();
  await expect(page.getByRole('slider', { name: 'Level of all lamps' })).toHaveValue('0.6');
  await room.close();
  expect(light?.brightness).toBe(60);

  // The bridge's key and the token are on no disk of ours, and the lamps are there again.
  expect(leaksUnder(room.userData, SECRETS)).toEqual([]);
  const again = await room.restart();
  const later = new Nurse(again.room);
  await expect
    .poll(async () => {
      const hello = await later.request('hello', {});
      return hello.ok ? hello.data.status.lampHealth.connections.map(({ health }) => health.kind) : [];
    })
    .toContain('ok');
  await bridge.close();
  await strip.close();
  await home.stop();
  await sacn.close();
  await artnet.close();
});
