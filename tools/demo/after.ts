import { OKAFOR } from '../../test/helpers/nurse.ts';
import { answerGroups } from './ask.ts';
import type { Practice } from './before.ts';
import { readWhenDue, sessionOf } from './during.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;

/** Recovery: an hour with its readings, the dose, the checklist, the score, and the patient's leaving. */
export async function recovery(stage: Stage, practice: Practice): Promise<void> {
  const { nurse, pace, shoot } = stage;
  const { stopped } = await sessionOf(stage, practice);
  if (stopped === null) throw new Error('The pump did not stop.');
  const minute = (count: number): Promise<void> => pace.until(stopped.at + count * MINUTE);
  await readWhenDue(stage, practice, 'end');
  await minute(4);
  await nurse.button(/^Let them rest/).click();
  await nurse.button(/^Resting/).waitFor();
  await shoot('recovery');
  await readWhenDue(stage, practice, 'recovery-15');
  await minute(20);
  await nurse.button(/^Resting/).click();
  await nurse.button(/^Let them rest/).waitFor();
  await answerGroups(nurse, practice.sessionId, practice.protocol, 'recovery', ['recovery']);
  await ownWords(stage, 'It was wide and quiet, and I could put it down.');
  await readWhenDue(stage, practice, 'recovery-30');
  await dose(stage);
  await score(stage);
  await answerGroups(nurse, practice.sessionId, practice.protocol, 'recovery', ['leaving']);
  await tab(stage, 'Leaving');
  await readWhenDue(stage, practice, 'recovery-60');
  await minute(61);
  await nurse.button(/^I judge them fit/).scrollIntoViewIfNeeded();
  await shoot('leaving');
  await leave(stage);
}

async function tab({ room }: Stage, name: string): Promise<void> {
  await room.room.getByRole('group', { name: 'Parts of the recovery' }).getByText(name, { exact: true }).click();
}

async function ownWords(stage: Stage, words: string): Promise<void> {
  const { nurse, room } = stage;
  await tab(stage, 'Waking');
  await room.room.getByLabel('In their words').fill(words);
  await nurse.button('Keep these words').click();
  await room.room.getByText(`“${words}”`).waitFor();
}

async function dose(stage: Stage): Promise<void> {
  const { nurse, room } = stage;
  await tab(stage, 'Dose');
  await room.room.getByLabel('mg given').fill('34');
  await room.room.getByLabel(/^mg discarded/).fill('2');
  const witness = room.room.getByRole('group', { name: 'Witness of the discarding' });
  await witness.getByRole('combobox').selectOption(OKAFOR.name);
  await witness.getByLabel('Their PIN').fill(OKAFOR.pin);
  await nurse.page.getByLabel('Given and discarded').getByRole('button', { name: 'Save', exact: true }).click();
  await room.room.getByText(/34 mg given, 2 mg discarded/).waitFor();
}

/** The readings have answered what they can; the rest is the best of each. */
async function score(stage: Stage): Promise<void> {
  const { nurse, room } = stage;
  await tab(stage, 'Score');
  const items = room.room.locator('fieldset').filter({ has: room.room.locator('input[value="2"]') });
  for (let item = 0; item < (await items.count()); item += 1)
    await items.nth(item).locator('input[value="2"]').check({ force: true });
  await nurse.button('Save: fit to leave').click();
  await room.room
    .getByText(/^✓ 10 at|10 at .*fit to leave/)
    .first()
    .waitFor();
}

/** The last press: held, as the start was. Then the record, as a clinician reads it. */
async function leave({ nurse, shoot, room }: Stage): Promise<void> {
  await nurse.button(/^I judge them fit/).hover();
  await room.room.mouse.down();
  await nurse.button('Read the record').waitFor();
  await room.room.mouse.up();
  await shoot('finished');
  await nurse.button('Read the record').click();
  await room.room.getByRole('article').waitFor();
  await room.room
    .getByRole('heading', { name: /Practice/ })
    .first()
    .waitFor();
  await shoot('record');
}
