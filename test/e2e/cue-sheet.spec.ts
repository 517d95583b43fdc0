import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { clockSettings, Practice } from '../helpers/practice.ts';
import { udpReceiver } from '../helpers/udp-receiver.ts';

const MINUTE = 60_000;
/** So fast that a whole infusion takes a quarter of a minute. */
const RATE = 200;
/** Where the slots of a universe begin in a packet of E1.31. */
const SLOTS = 126;

test('a sheet is drawn by keys and by mouse, becomes version 2, and a whole session on it leads a real lamp', async ({
  launchRoom,
}) => {
  const now = Date.now();
  const clock = clockSettings(now, now, RATE);
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret', STILLROOM_CLOCK: clock } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  const openSheet = async (): Promise<void> => {
    await nurse.button('Settings').first().click();
    await nurse.button('Open the cue sheet').click();
  };
  await openSheet();
  await expect(page.getByLabel('Version')).toHaveValue('1');
  const chip = (id: string) => page.locator(`button[data-cue="${id}"]`);

  // By keys: the darkest light comes after two minutes instead of eighteen, at 7 %.
  await chip('lights-peak').focus();
  for (let minute = 18; minute > 2; minute -= 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chip('lights-peak')).toHaveAccessibleName('Light 7 %, 2:00 after the start');
  await expect(page.getByLabel('Minutes after (min:s)')).toHaveValue('2:00');

  // By mouse: a drag is one step, and undone as one; too early is told at once.
  const from = await chip('lights-return').boundingBox();
  if (from === null) throw new Error('The return light is not on the screen');
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 20);
  await page.mouse.move(from.x - 260, from.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('It gets brighter long before zero', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(chip('lights-return')).toHaveAccessibleName(/5:00 before zero/);

  // A copy and its deletion leave nothing but what was meant.
  await chip('mask-down').focus();
  await page.keyboard.press('Control+d');
  await expect(page.locator('button[data-cue]')).toHaveCount(11);
  await page.locator('button[data-cue][aria-pressed="true"]').focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('button[data-cue]')).toHaveCount(10);

  // Locked and opened again: what was drawn is still there. Leaving asks.
  await page.keyboard.press('Control+l');
  // Until it is locked, the name at the top is a button of its own.
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible();
  await nurse.button(ALVAREZ.name).click();
  await expect(page.getByLabel(`PIN of ${ALVAREZ.name}`)).toBeFocused();
  for (const digit of ALVAREZ.pin) await page.keyboard.press(digit);
  await page.keyboard.press('Enter');
  await expect(chip('lights-peak')).toHaveAccessibleName('Light 7 %, 2:00 after the start');
  await page.keyboard.press('Escape');
  await nurse.button('Keep editing').click();

  // In about a minute on the screen: played, paused, moved by hand.
  await nurse.button('Preview').click();
  const position = page.getByRole('slider', { name: 'Moment of the session' });
  await nurse.button('Play').click();
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(60);
  await nurse.button('Pause').click();
  await position.fill('600');
  await expect(page.getByRole('img', { name: 'The room: Room 7 %' })).toBeVisible();
  await nurse.button('Stop and close').click();

  await nurse.button('Save…').click();
  await expect(page.getByRole('dialog')).toContainText(
    'Light 5 %, 18:00 after the start. It comes 16:00 min earlier, 2:00 after the start. The room light goes to 7 % instead of 5 %.',
  );
  await page.getByLabel('Why (may stay empty)').fill('Darker sooner');
  await nurse.button('Save version 2').click();
  await expect(page.getByText('Version 2 is in force', { exact: false })).toBeVisible();
  await page.getByLabel('Version').selectOption('1');
  await expect(chip('lights-peak')).toHaveAccessibleName('Light 5 %, 18:00 after the start');
  await expect(nurse.button('Use this version again')).toBeVisible();

  await page.keyboard.press('Escape');
  const node = await udpReceiver();
  await addDimmer(nurse, node.port);
  await nurse.openPractice();
  const hello = await nurse.request('hello', {});
  const practice = new Practice(nurse, (hello.ok ? hello.data.status.liveSessionId : null) ?? '');
  const opened = await nurse.request('session.open', { sessionId: practice.sessionId });
  expect(opened.ok && opened.data.protocol).toMatchObject({ version: 2, author: ALVAREZ.name });
  await practice.prepare();
  await practice.do({ type: 'start', agoMs: 0 });
  const fired = async () =>
    (await nurse.record()).find(({ body }) => body.type === 'cueFired' && body.cueId === 'lights-peak');
  await expect
    .poll(async () => (await fired())?.body)
    .toMatchObject({ action: { scene: { zones: [{ level: 0.07 }] } } });
  expect((await fired())?.sessionMs).toBeGreaterThanOrEqual(2 * MINUTE);
  // In its new place of the order, however late a slow machine is: before the music of minute 8, not with that of 18.
  const cuesInOrder = async () =>
    (await nurse.record()).flatMap(({ body }) => (body.type === 'cueFired' ? [body.cueId] : []));
  await expect.poll(cuesInOrder).toEqual(expect.arrayContaining(['music-build']));
  const order = await cuesInOrder();
  expect(order.indexOf('lights-peak')).toBeLessThan(order.indexOf('music-build'));

  // The lamp follows the sheet to its end: 7 %, the return light, the light of recovery; and the emergency before all.
  const shown = (): number => Math.round(((node.packets.at(-1)?.[SLOTS] ?? 0) / 255) * 100);
  await expect.poll(shown).toBe(7);
  await expect.poll(shown, { timeout: 60_000 }).toBe(25);
  await practice.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
  await expect.poll(shown).toBe(40);
  await practice.do({ type: 'beginEmergency' });
  await expect.poll(shown, { timeout: 1_000 }).toBe(100);
  const bodies = (await nurse.record()).map(({ body }) => body);
  expect(bodies.filter(({ type }) => type === 'cueFailed' || type === 'lightsFailed')).toEqual([]);
  await node.close();
});

/** A dimmer for the whole room behind a DMX node on a port of this machine. */
async function addDimmer(nurse: Nurse, port: number): Promise<void> {
  const made = await nurse.request('lights.saveConnection', {
    connection: {
      ...{ kind: 'sacn', id: 'new', name: 'Node', host: `127.0.0.1:${port}`, from: null },
      ...{ universe: 1, priority: 100, frameRate: 40 },
    },
    isNew: true,
    secret: null,
  });
  if (!made.ok) throw new Error(made.code);
  const { connectionId } = made.data;
  const saved = await nurse.request('lights.saveLamp', {
    lamp: {
      ...{
        id: 'new',
        name: 'Ceiling',
        zone: 'room',
        connectionId,
        dims: true,
        kelvin: null,
        minimumLevel: 0,
        gamma: 1,
      },
      target: { kind: 'dmx', channel: 1, wide: false },
    },
    isNew: true,
  });
  if (!saved.ok) throw new Error(saved.code);
}
