import type { Locator, Page } from 'playwright/test';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData, RequestName } from '../../shared/ipc/contract.ts';
import type { SessionEvent } from '../../shared/session/event.ts';

/** PINs of the made-up staff in end-to-end runs. */
export const ALVAREZ = { name: 'R. Alvarez, RN', pin: '2580' } as const;
export const OKAFOR = { name: 'M. Okafor, RN', pin: '1379' } as const;
export const LINDQVIST = { name: 'Dr. A. Lindqvist', pin: '4826' } as const;

export interface Vitals {
  readonly systolic?: number;
  readonly diastolic?: number;
  readonly spo2?: number;
  readonly pulse?: number;
}

/** A nurse at the room window: what they see and press, in the words on the screen. */
export class Nurse {
  readonly page: Page;
  /** Set where the room has no key chain; set-up then asks for one. */
  passphrase: string | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  /** Asks main directly, as the window's own client does; for set-up and for reading what is on disk. */
  async request<N extends RequestName>(name: N, args: RequestArgs<N>): Promise<Answer<RequestData<N>>> {
    const answer = await this.page.evaluate(
      (message) =>
        (globalThis as unknown as { stillroom: { request: (message: string) => Promise<string> } }).stillroom.request(
          message,
        ),
      JSON.stringify({ name, args }),
    );
    return JSON.parse(answer) as Answer<RequestData<N>>;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** First run: the room, the first nurse, and the colleagues who check and prescribe. */
  async setUp(): Promise<void> {
    await this.page.getByLabel('Room name').fill('Room 2');
    await this.page.getByLabel('Address, as you would').fill('12 Quiet Street, 3rd floor');
    await this.page.getByLabel('Emergency numbers').fill('112, duty doctor 5 12 34');
    await this.page.getByLabel('Name', { exact: true }).fill(ALVAREZ.name);
    await this.page.getByLabel('PIN, 4 to 8 digits').fill(ALVAREZ.pin);
    await this.page.getByLabel('PIN again').fill(ALVAREZ.pin);
    if (this.passphrase !== null) {
      await this.page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(this.passphrase);
      await this.page.getByRole('textbox', { name: 'Passphrase again' }).fill(this.passphrase);
    }
    await this.button('Set up the room').click();
    await this.button('Later').click();
    await this.button(/^Practice session/).waitFor();
    await this.request('staff.add', { ...OKAFOR, role: 'nurse' });
    await this.request('staff.add', { ...LINDQVIST, role: 'clinician' });
  }

  /** A practice session with the music set that is offered first, as far as the pre-checks. */
  async openPractice(): Promise<void> {
    await this.button(/^Practice session/)
      .first()
      .click();
    await this.button('Begin practice').click();
    await this.button('Begin pre-checks').click();
    await this.step('Person').waitFor();
  }

  /** All of the pre-checks, with an order for 72 kg and a calm baseline. */
  async preChecks(): Promise<void> {
    for (const step of ['Person', 'Safety', 'Line and medicines', 'Comfort']) await this.#answerStep(step);
    await this.enterOrder();
    await this.baseline({ systolic: 118, diastolic: 74, spo2: 98, pulse: 72 });
    await this.page.getByText('Nothing blocks the start.').waitFor();
  }

  async #answerStep(step: string): Promise<void> {
    await this.step(step).click();
    await this.answerRows();
  }

  /** A step of the pre-checks, by name. */
  step(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** Answers every open row of the list that is shown: done, yes, declined, or a value. */
  async answerRows(): Promise<void> {
    const open = this.page.locator('li[data-answered="false"]');
    for (let left = await open.count(); left > 0; left -= 1) {
      const row = open.first();
      const field = row.getByRole('textbox');
      const good = await row.getAttribute('data-good');
      if (good !== null) {
        await row.getByRole('button', { name: good === 'yes' ? 'Yes' : 'No', exact: true }).click();
      } else if (await row.getByRole('button', { name: 'Now', exact: true }).isVisible()) {
        await row.getByRole('button', { name: 'Now', exact: true }).click();
      } else if (await field.isVisible()) {
        await field.fill((await field.getAttribute('inputmode')) === 'decimal' ? '72' : 'as asked');
        await row.getByRole('button', { name: 'Save' }).click();
      } else {
        await row.getByRole('button', { name: /^(Done|Declined)$/ }).click();
      }
      await open.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  async enterOrder(): Promise<void> {
    await this.step('Order').click();
    const values = {
      Drug: 'Ketamine',
      'mg/kg': '0.5',
      'Weight today, kg': '72',
      'mg drawn up': '36',
      'Concentration, mg/ml': '1',
      'Rate, ml/h': '43.2',
      Prescriber: LINDQVIST.name,
    };
    for (const [label, value] of Object.entries(values)) await this.page.getByLabel(label, { exact: true }).fill(value);
    await this.button('Enter the order').click();
    const check = this.page.getByRole('group', { name: 'Second check by' });
    await check.getByRole('combobox').selectOption(OKAFOR.name);
    await check.getByLabel('Their PIN').fill(OKAFOR.pin);
    await this.button('Checked: drug, dose, pump').click();
    await this.page.getByText(`Second check: ${OKAFOR.name}`).waitFor();
  }

  async baseline(vitals: Vitals): Promise<void> {
    await this.step('Baseline').click();
    await this.reading(vitals);
    await this.button('Accept as baseline').click();
  }

  /** Types a reading with digits and Enter alone, Enter after each value, as far as the echo. */
  async typeReading({ systolic, diastolic, spo2, pulse }: Vitals): Promise<void> {
    await this.field('Systolic').focus();
    for (const value of [systolic, diastolic, spo2, pulse]) {
      if (value !== undefined) await this.page.keyboard.type(String(value));
      await this.page.keyboard.press('Enter');
    }
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${name}`) });
  }

  /** A whole reading, the echo confirmed, until it is on disk. */
  async reading(vitals: Vitals): Promise<void> {
    await this.typeReading(vitals);
    const echo = this.button(/^(Save|Yes, save)/).last();
    await echo.click();
    await this.page.getByText(`Saved: ${vitals.systolic}/${vitals.diastolic}`).waitFor();
  }

  /** Settle in, then Start pressed and held until the countdown runs. */
  async start(): Promise<void> {
    await this.button('Settle in: soft music').click();
    await this.page.getByText('Settled in').waitFor();
    const start = this.button(/^Start \(press and hold\)/);
    await start.hover();
    await this.page.mouse.down();
    await this.page.getByRole('button', { name: /Pump paused/ }).waitFor();
    await this.page.mouse.up();
  }

  /** The countdown as shown, ms; negative in overtime. */
  async countdownMs(): Promise<number> {
    const shown = await this.page.getByRole('timer').first().innerText();
    const match = /([+]?)(\d+):(\d\d)/.exec(shown);
    if (match === null) throw new Error(`No countdown in "${shown}"`);
    return (Number(match[2]) * 60 + Number(match[3])) * 1000 * (match[1] === '+' ? -1 : 1);
  }

  /** The live session's events as they lie on disk. */
  async record(): Promise<readonly SessionEvent[]> {
    const hello = await this.request('hello', {});
    if (!hello.ok || hello.data.status.liveSessionId === null) throw new Error('There is no live session');
    return this.recordOf(hello.data.status.liveSessionId);
  }

  async recordOf(sessionId: string): Promise<readonly SessionEvent[]> {
    const events: SessionEvent[] = [];
    for (;;) {
      const page = await this.request('session.since', { sessionId, seq: events.length });
      if (!page.ok) throw new Error(page.code);
      events.push(...page.data.events);
      if (!page.data.more) return events;
    }
  }
}
