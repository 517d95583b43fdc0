import type { Locator, Page } from 'playwright/test';

/** What an owner presses in "Settings, Lamps". */
export class Owner {
  readonly page: Page;
  readonly dialog: Locator;
  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }
  press(name: string | RegExp): Promise<void> {
    return this.dialog.getByRole('button', { name }).click();
  }
  fill(label: string, text: string): Promise<void> {
    return this.dialog.getByLabel(label, { exact: true }).fill(text);
  }
  choose(label: string): Promise<void> {
    return this.dialog.getByRole('radio', { name: label, exact: true }).check({ force: true });
  }
  async connection(kind: RegExp, name: string, host: string): Promise<void> {
    await this.page.getByRole('button', { name: '+ Add a connection' }).click();
    await this.press(kind);
    await this.fill('Name', name);
    await this.fill('Address', host);
  }
  /** The newest thing that was saved is told, and its dialog is gone. */
  async isThere(name: string): Promise<void> {
    await this.page.getByText(`${name} is there. Now add its lamps.`).waitFor();
    await this.dialog.waitFor({ state: 'detached' });
  }
  async lamp(connection: string): Promise<void> {
    await this.page.getByRole('button', { name: '+ Add a lamp' }).click();
    const among = this.dialog.getByRole('radio', { name: connection, exact: true });
    if ((await among.count()) > 0) await among.check({ force: true });
  }
  async save(): Promise<void> {
    await this.press('Save the lamp');
    await this.dialog.waitFor({ state: 'detached' });
  }
}
