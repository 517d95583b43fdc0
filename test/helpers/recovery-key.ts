import { expect, type Page } from 'playwright/test';

/** The key that is shown, by groups. */
export async function shownKey(page: Page): Promise<readonly string[]> {
  const groups = page.getByRole('list', { name: 'Recovery key, eight groups of five' }).getByRole('listitem');
  await expect(groups).toHaveCount(8);
  return groups.locator('code').allTextContents();
}

/** Types back the groups that are asked for. */
export async function typeBack(page: Page, groups: readonly string[]): Promise<void> {
  const fields = page.getByLabel(/^Group \d$/);
  for (const field of await fields.all()) {
    const id = await field.getAttribute('id');
    const label = await page.locator(`label[for="${id}"]`).textContent();
    await field.fill((groups[Number(label?.replace('Group ', '')) - 1] ?? '').toLowerCase());
  }
  await page.getByRole('button', { name: 'It is written down' }).click();
}
