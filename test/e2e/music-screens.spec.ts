import { expect, type Page } from 'playwright/test';
import { previewSets } from '../helpers/in-page/music.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The music panel during an infusion, on the preview with main inside the page. */

const shots = process.env['STILLROOM_SHOTS'];

async function keep(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

test('speak is offered a minute before a reading, works by key and by press, and is one press back', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const offer = page.getByText('Reading near.');
  await expect(offer).toBeHidden();
  await page.evaluate(() => window.stillroomPreview?.advance(13 * 60_000 + 10_000));
  await expect(offer).toBeVisible();
  await keep(page, 'speak-offered');
  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Speak: done', pressed: true })).toBeVisible();
  await expect(page.getByText('The music is low while you speak.')).toBeVisible();
  await expect(offer).toBeHidden();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Speak', exact: true, pressed: false })).toBeVisible();
});

test('speak works at the locked screen', async ({ open }) => {
  const page = await open('scene=infusing&min=31&signedOut');
  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Speak: done', pressed: true })).toBeVisible();
});

test('the patient asks for something else: quiet, their own phone or another set, one press each, and back by the same way', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const dialog = page.getByRole('dialog', { name: 'The patient asks for something else' });
  const rows = dialog.getByRole('group', { name: 'Quiet, their own phone, or a set' }).getByRole('button');
  const ask = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Something else…' }).click();
    await rows.filter({ hasText: name }).click();
    await expect(dialog).toBeHidden();
  };
  await page.getByRole('button', { name: 'Something else…' }).click();
  await expect(rows.nth(0)).toContainText('Quiet, please');
  await expect(rows.nth(1)).toContainText('Their own phone');
  await expect(dialog.getByRole('button', { name: /This is how it is now/ })).toBeDisabled();
  await keep(page, 'something-else');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Music: build').or(page.getByText('music: peak')).first()).toBeVisible();

  await ask(/Quiet, please/);
  await expect(page.getByText('Music: quiet, please')).toBeVisible();
  await expect(page.getByText('music: quiet', { exact: true })).toBeVisible();
  for (const name of ['Speak', 'Softer', 'Next gentle', 'Silence'])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
  await expect(page.getByRole('list', { name: 'Next' })).not.toContainText('Music:');
  await keep(page, 'quiet-meanwhile');

  await ask(/Their own phone/);
  await expect(page.getByText('Flight mode on, alarms off; their headphones', { exact: true })).toBeVisible();
  await expect(page.getByText('Then: Start their music')).toBeVisible();
  await keep(page, 'phone-meanwhile');
  await page.evaluate(() => window.stillroomPreview?.advance(60_000));
  await expect(page.getByText('Start their music', { exact: true })).toBeVisible();
  // The headphones may hang on the phone now: that the computer does not see them is no fault.
  const gone = page.getByText(/The headphones are gone/);
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    const { output } = preview!.status;
    const chosen = { deviceId: 'over', label: 'Over-ear', connection: 'cable' as const };
    preview?.setStatus({ output: { ...output, chosen, state: 'lost' } });
  });

  const [, other] = previewSets;
  await ask(new RegExp(other!.set.title));
  await expect(page.getByText(`Patient’s choice: ${other!.set.title}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next gentle' })).toBeVisible();
  await expect(gone).toBeVisible();

  // An emergency ends our sound; what it cannot end it says.
  await ask(/Their own phone/);
  await expect(gone).toBeHidden();
  await page.keyboard.press('F9');
  await expect(page.getByText('Their own phone may still play: stop it by hand.')).toBeVisible();
  await expect(page.getByText('the music is out')).toBeHidden();
  await keep(page, 'phone-emergency');
});

test('a set that is one patient’s own stands last and says so', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const [, other] = previewSets;
  const { id, title } = other!.set;
  await page.evaluate(
    (own) => {
      window.stillroomPreview!.ownSets = [own];
    },
    {
      id,
      title,
      description: '',
      entries: [{ trackId: 'a', phase: 'peak' as const, intensity: 3 }],
      forOne: true as const,
    },
  );
  await page.getByRole('button', { name: 'Something else…' }).click();
  const dialog = page.getByRole('dialog', { name: 'The patient asks for something else' });
  const rows = dialog.getByRole('group', { name: 'Quiet, their own phone, or a set' }).getByRole('button');
  await expect(dialog.getByText('One patient’s own: only for whom it was brought in.')).toHaveCount(1);
  await expect(rows.last()).toContainText(title);
  await expect(rows.last()).toContainText('One patient’s own');
  await keep(page, 'other-set-own');
});

test('headphones: chosen from the music card, missed in words, and others chosen from there', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  const output = (change: object) =>
    page.evaluate((changed) => {
      const preview = window.stillroomPreview;
      preview?.setStatus({ output: { ...preview.status.output, ...changed } });
    }, change);
  await page.getByRole('button', { name: 'Headset…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where the patient hears the music' });
  await dialog.getByRole('button', { name: 'Quiet Buds (Bluetooth)' }).click();
  await expect(dialog.getByRole('button', { name: 'Use these' })).toBeDisabled();
  await dialog.getByText('Wireless', { exact: true }).click();
  await expect(dialog.getByText('out of reach counts as pulled out')).toBeVisible();
  await keep(page, 'headphones-dialog');
  await dialog.getByRole('button', { name: 'Use these' }).click();
  await expect(dialog).toBeHidden();

  await output({ state: 'lost' });
  const notice = page.getByRole('status').filter({ hasText: 'The headphones are gone: Quiet Buds (Bluetooth).' });
  await expect(notice).toBeVisible();
  await keep(page, 'headphones-gone');
  await notice.getByRole('button', { name: 'Other headphones…' }).click();
  await expect(dialog.getByText('chosen, not there just now')).toBeHidden();
  await output({ state: 'present' });
  await expect(notice).toBeHidden();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');

  await output({ state: 'several' });
  await expect(page.getByText('More than one output is called Quiet Buds (Bluetooth)')).toBeVisible();
});

test('before the start: where the music will be heard, and of wireless headphones whether they are charged', async ({
  open,
}) => {
  const page = await open('scene=ready&rate=0');
  const start = page.getByRole('region', { name: 'Start' });
  await expect(start.getByText('No headphones are chosen.')).toBeVisible();
  await expect(start.getByText('Are they charged?')).toBeHidden();
  await start.getByRole('button', { name: 'Headphones…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where the patient hears the music' });
  await dialog.getByRole('button', { name: 'Quiet Buds (Bluetooth)' }).click();
  await dialog.getByText('Wireless', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Use these' }).click();
  await expect(start.getByText('Quiet Buds (Bluetooth) are there.')).toBeVisible();
  await keep(page, 'headphones-before-start');
  await start.getByRole('button', { name: 'Charged' }).click();
  await expect(start.getByRole('button', { name: '✓ Charged', pressed: true })).toBeDisabled();
  // It asks and does not hold up.
  await expect(start.getByText('Nothing blocks the start.')).toBeVisible();
  // Where the system tells the charge, nobody has to look; little of it is said in words.
  const charge = (percent: number) =>
    page.evaluate((told) => {
      const preview = window.stillroomPreview;
      preview?.setStatus({ output: { ...preview.status.output, charge: told } });
    }, percent);
  await charge(80);
  await expect(start.getByText('Battery 80 %.')).toBeVisible();
  await expect(start.getByText('Are they charged?')).toBeHidden();
  await charge(15);
  await expect(start.getByText('Battery 15 %: that may not last the session.')).toBeVisible();
  await keep(page, 'headphones-battery-low');
});

test('during the session the way to the headphones says their charge, where the system tells it', async ({ open }) => {
  const page = await open('scene=infusing&min=31&rate=0');
  await expect(page.getByRole('button', { name: 'Headset…' })).toBeVisible();
  for (const [percent, name] of [
    [80, 'Headset 80 %…'],
    [12, 'Headset low: 12 %…'],
  ] as const) {
    await page.evaluate((told) => {
      const preview = window.stillroomPreview;
      preview?.setStatus({ output: { ...preview.status.output, charge: told } });
    }, percent);
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await keep(page, 'headphones-battery-session');
});

test('headphones in the settings: none, chosen, not there', async ({ open }) => {
  const page = await open('');
  await page.getByRole('button', { name: 'Settings' }).first().click();
  await page.evaluate(() => window.stillroomPreview && (window.stillroomPreview.moves = 'briefly'));
  const card = page.getByRole('region', { name: 'Headphones' });
  await expect(card.getByText('No headphones are chosen.')).toBeVisible();
  const moves = card.getByText('plays up to a tenth of a second on the loudspeaker');
  await expect(moves).toHaveCount(0);
  await card.getByRole('button', { name: 'Choose headphones…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where the patient hears the music' });
  await expect(dialog.getByRole('button', { name: 'No headphones: where' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Harbour Over-Ear USB' }).click();
  await dialog.getByText('USB cable', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Use these' }).click();
  await expect(card.getByText('Harbour Over-Ear USB are there.')).toBeVisible();
  await expect(moves).toBeVisible();
  await keep(page, 'headphones-moves');
  await card.getByRole('button', { name: 'Set it up' }).click();
  await expect(card.getByText('It holds once this computer has been started again.')).toBeVisible();
  await expect(moves).toHaveCount(0);
  // Never measured: a share, said to be relative, in steps.
  const cap = card.getByRole('group', { name: 'Never louder than' });
  await expect(cap.getByText('70 % (relative level)')).toBeVisible();
  await cap.getByRole('button', { name: 'Less' }).click();
  await expect(cap.getByText('65 % (relative level)')).toBeVisible();
  await keep(page, 'headphones-settings');

  // Measured: nothing plays before somebody says that nobody wears them; readings that do not agree are not kept.
  await card.getByRole('button', { name: 'Calibrate…' }).click();
  const wizard = page.getByRole('dialog', { name: 'Calibrate Harbour Over-Ear USB' });
  const loud = wizard.getByRole('group', { name: 'First noise' });
  const soft = wizard.getByRole('group', { name: 'Second noise' });
  await expect(loud.getByRole('button', { name: 'Play' })).toBeDisabled();
  await wizard.getByLabel('Nobody wears them').check();
  await page.clock.install();
  await loud.getByRole('button', { name: 'Play' }).click();
  await expect(loud.getByRole('button', { name: 'Stop', pressed: true })).toBeVisible();
  // It ends by itself where nobody ends it, and the button says so.
  await page.clock.fastForward(5 * 60_000 + 1);
  await expect(loud.getByRole('button', { name: 'Play', pressed: false })).toBeVisible();
  await loud.getByRole('button', { name: 'Play' }).click();
  await loud.getByLabel('The meter shows').fill('83,5');
  await soft.getByLabel('The meter shows').fill('83');
  await expect(wizard.getByText('These two do not agree')).toBeVisible();
  await expect(wizard.getByRole('button', { name: 'Keep' })).toBeDisabled();
  await soft.getByLabel('The meter shows').fill('77.5');
  await expect(wizard.getByText('about 87 dB(A). It is an estimate')).toBeVisible();
  await wizard.getByRole('button', { name: 'Less' }).click();
  await keep(page, 'headphones-calibrate');
  await wizard.getByRole('button', { name: 'Keep' }).click();
  await expect(wizard).toBeHidden();
  await expect(cap.getByText('about 74 dB(A)')).toBeVisible();
  await expect(card.getByText('An estimate, for this computer’s volume')).toBeVisible();
  await keep(page, 'headphones-calibrated');
});
