import { expect, type Page } from 'playwright/test';
import { axeFindings } from '../helpers/axe-findings.ts';
import { test } from '../renderer/preview/preview-page.ts';

/** Sending to the clinic's FHIR server: its card, the list of what went, and setting it up, on the preview. */

const noFindings = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);

test('an owner tests the server and switches it on; the list says of each session what became of it', async ({
  open,
}) => {
  const page = await open('');
  await page.evaluate(() => {
    const owner = { staffId: 'staff-holm', name: 'A. Holm', role: 'owner', active: true } as const;
    window.stillroomPreview?.setStatus({ signedIn: owner });
  });
  await page.getByText('Settings').first().click();
  const card = page.getByRole('region', { name: 'Clinic’s record system' });
  await expect(card).toContainText('Switched off.');
  await card.getByRole('button', { name: 'Set up…' }).click();
  const dialog = page.getByRole('dialog');
  const test = dialog.getByRole('button', { name: 'Test', exact: true });
  const address = async (typed: string): Promise<void> => {
    await dialog.getByLabel('Address of the server').fill(typed);
    await dialog.getByRole('button', { name: 'Look at its certificate' }).click();
    await dialog.getByRole('button', { name: 'Yes, this is mine' }).click();
    await test.click();
  };
  await test.click();
  await expect(dialog).toContainText('This is no address that can be sent to');
  await dialog.getByRole('textbox', { name: 'Token' }).fill('made-up-token');
  await address('https://nowhere/r4');
  await expect(dialog).toContainText('The server: it does not take the token.');
  await address('https://old/r4');
  await expect(dialog).toContainText('it speaks FHIR 5.0.0');
  await expect(dialog.getByRole('button', { name: 'Switch on' })).toHaveCount(0);
  await address('https://fhir.clinic.example/r4');
  await expect(dialog).toContainText('Reached: Example FHIR server, FHIR 4.0.1 (R4)');
  await noFindings(page);
  await dialog.getByText('By itself once it is signed').click();
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(dialog).toBeHidden();

  await card.getByRole('button', { name: 'What was sent…' }).click();
  const rows = dialog.getByRole('listitem');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(0)).toContainText('The server says: “Bundle.entry[4].resource: unknown code 59408-5”');
  await expect(rows.nth(1)).toContainText('Waiting: tried 3 times, it is busy and asks for a pause');
  await expect(rows.nth(2)).toContainText('Accepted, and changed here since then');
  await expect(rows.nth(5)).toContainText('it has to be erased there as well');
  await noFindings(page);
  await rows.nth(0).getByRole('button', { name: 'Send again' }).click();
  await expect(rows.nth(0)).toContainText('Waiting');
  await rows.nth(0).getByRole('button', { name: 'Do not send' }).click();
  await expect(rows.nth(0)).toContainText('Not to be sent');
});
