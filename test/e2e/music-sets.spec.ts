import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';

test('a built-in set is copied, put in another order by keyboard, undone, saved, and offered to a practice session', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();
  await nurse.button('Settings').first().click();
  await nurse.button('Open the sets').click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await nurse.button(/^Shoreline/).click();
  await expect(page.getByText('Built-in sets stay as they are.')).toBeVisible();
  await nurse.button('Make a copy').click();
  await page.getByLabel('Name of the set').fill('Slow Evening');

  // Down over the edge of its phase by Alt and the arrow key, the focus with it; undone and done again.
  const rows = page.locator('li[data-track]');
  const order = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-track')?.slice(-2)));
  const beginning = async () => (await order()).slice(0, 4);
  await expect.poll(beginning).toEqual(['01', '02', '03', '04']);
  const before = await order();
  const second = page.locator('li[data-track="shoreline-02"]');
  await second.getByRole('button', { name: /^Move .* down$/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(beginning).toEqual(['01', '03', '02', '04']);
  await expect(second.getByRole('button', { name: /^Move .* down$/ })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(second.getByRole('combobox', { name: /^Phase of/ })).toHaveValue('build');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(beginning).toEqual(['01', '03', '02', '04']);

  // Dragged before another track; taken out, the peak is short of what the timeline wants, in words.
  await page.locator('li[data-track="shoreline-13"]').dragTo(page.locator('li[data-track="shoreline-11"]'));
  await expect.poll(async () => (await order()).slice(-3)).toEqual(['13', '11', '12']);
  const peak = page
    .getByRole('listitem')
    .filter({ has: page.getByText('Peak', { exact: true }), hasText: 'of 20 min' });
  await expect(peak).toContainText('enough');
  await page
    .locator('li[data-track="shoreline-08"]')
    .getByRole('button', { name: /out of the set$/ })
    .click();
  await expect(peak).toContainText('5 min short');

  // Leaving asks; staying keeps what was done.
  await page.keyboard.press('Escape');
  await nurse.button('Keep editing').click();
  await nurse.button('Save').click();
  await expect(page.getByText('Saved. It is offered from now on.')).toBeVisible();
  await page.keyboard.press('Escape');

  await nurse
    .button(/^Practice session/)
    .first()
    .click();
  await page.getByRole('radio', { name: /^Slow Evening/ }).check({ force: true });
  await nurse.button('Begin practice').click();
  await nurse.button('Begin pre-checks').waitFor();
  const hello = await nurse.request('hello', {});
  const sessionId = hello.ok ? (hello.data.status.liveSessionId ?? '') : '';
  const offered = await nurse.request('music.sets', {});
  expect(offered.ok && offered.data.sets.at(-1)?.set.tracks.map(({ id }) => id.slice(-2))).toEqual([
    '01',
    '03',
    '02',
    '04',
    '05',
    '06',
    '07',
    '09',
    '10',
    '13',
    '11',
    '12',
  ]);
  const sessions = await nurse.request('sessions.list', { before: null, today: true, practice: true });
  const begun = sessionId === '' && sessions.ok ? (sessions.data.sessions[0]?.sessionId ?? '') : sessionId;
  const opened = await nurse.request('session.open', { sessionId: begun });
  expect(opened.ok && opened.data.music?.set).toEqual(offered.ok && offered.data.sets.at(-1)?.set);
});
