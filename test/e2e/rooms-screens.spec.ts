import { expect, type Page } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** The other rooms in their strip, and setting that up, on the preview. */

const noFindings = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);

const scroll = (page: Page) =>
  page.evaluate(() => {
    const place = document.querySelector('main')?.closest('[class*=sessionPlace]') ?? document.documentElement;
    return [place.scrollHeight - place.clientHeight, document.documentElement.scrollHeight - innerHeight];
  });

test('the strip: an emergency next door stands first, in its own row, and nothing has to scroll for it', async ({
  open,
}) => {
  const page = await open('scene=infusing&min=33&light=failed&rooms=emergency');
  const strip = page.getByRole('region', { name: 'Other rooms' });
  await expect(strip.getByRole('listitem').first()).toHaveText(
    /▲ Room 1 emergency, 1[0-2]:\d\d left, reading 2 min late, pump paused/,
  );
  await expect(strip.getByRole('listitem').last()).toHaveText('Room 3 recovery, reading in 8 min');
  await expect.poll(() => scroll(page)).toEqual([0, 0]);
  await noFindings(page);
  await page.evaluate(() => window.stillroomPreview?.rooms.lose());
  await expect(strip).toContainText('Other rooms not known: the broker is not reached, nothing answers at its address');
  await expect(strip.getByRole('listitem').first()).toHaveText(
    /▲ Room 1 emergency when last heard, no contact for \d+ s/,
  );
  await expect(strip.getByRole('listitem').last()).toHaveText(/◆ Room 3 no contact for \d+ s/);
  await expect.poll(() => scroll(page)).toEqual([0, 0]);
  await page.setViewportSize({ width: 1920, height: 1080 });
});

test('setting up: what is sent is said, a broker that does not answer is named, and one that does is switched on', async ({
  open,
}) => {
  const page = await open('');
  await page.getByText('Settings').first().click();
  const card = page.getByRole('region', { name: 'Other rooms' });
  await expect(card).toContainText('Never a name, a value or a drug.');
  await expect(card).toContainText('An owner sets this up.');
  await page.evaluate(() => {
    const preview = window.stillroomPreview;
    const owner = { staffId: 'staff-holm', name: 'A. Holm', role: 'owner', active: true } as const;
    preview?.setStatus({ signedIn: owner });
  });
  await card.getByRole('button', { name: 'Set up…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address of the broker').fill('nowhere');
  await dialog.getByText('no', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Test and switch on' }).click();
  await expect(dialog).toContainText('The broker was not reached. The broker: nothing answers at its address.');
  await noFindings(page);
  await dialog.getByLabel('Address of the broker').fill('192.168.7.2');
  await dialog.getByRole('button', { name: 'Test and switch on' }).click();
  await expect(dialog).toBeHidden();
});
