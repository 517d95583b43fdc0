import { dueReadings } from '../../shared/session/due.ts';
import { replay } from '../../shared/session/evolve.ts';
import type { Session } from '../../shared/session/state.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { calm, takeReading } from './ask.ts';
import type { Practice } from './before.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;

/** Made-up vitals of one patient, by the schedule's ids: the usual rise and fall. */
const vitals: Readonly<Record<string, ReadingParts>> = {
  'start-5': calm(126, 78, 98, 76, -1),
  'start-30': calm(138, 86, 97, 81, -2),
  'start-40': calm(134, 84, 97, 79, -2),
  end: calm(128, 80, 98, 76, -1),
  'recovery-15': calm(122, 77, 98, 73, -1),
  'recovery-30': calm(120, 75, 98, 72, 0),
  'recovery-60': calm(119, 75, 98, 71, 0),
};

/** The session as its events make it. */
export async function sessionOf({ nurse }: Stage, { sessionId }: Practice): Promise<Session> {
  const session = replay(await nurse.recordOf(sessionId));
  if (session === null) throw new Error('The session has no events.');
  return session;
}

/** Wall moment (epoch ms) at which a reading of the schedule is due. */
export async function dueAt(stage: Stage, practice: Practice, dueId: string): Promise<number> {
  const session = await sessionOf(stage, practice);
  const due = dueReadings(session, practice.protocol, session.life.at).find(({ id }) => id === dueId);
  const anchor = due?.from === 'start' ? session.started : session.stopped;
  if (due === undefined || anchor === null) throw new Error(`No reading "${dueId}" is due.`);
  return anchor.at + due.offsetMs;
}

/** Takes a reading of the schedule when it is due, as a cuff does that goes by itself. */
export async function readWhenDue(stage: Stage, practice: Practice, dueId: string): Promise<void> {
  const parts = vitals[dueId];
  if (parts === undefined) throw new Error(`There are no vitals for "${dueId}".`);
  const at = await dueAt(stage, practice, dueId);
  await stage.pace.until(at);
  await takeReading(stage.nurse, practice.sessionId, parts, at);
}

/** The infusion from its start to the pump's stop: readings, an event, an amendment, zero, overtime. */
export async function infusion(stage: Stage, practice: Practice): Promise<void> {
  const { nurse, pace, shoot } = stage;
  const { started } = await sessionOf(stage, practice);
  if (started === null) throw new Error('The infusion did not start.');
  const minute = (count: number): Promise<void> => pace.until(started.at + count * MINUTE);
  await minute(3.5);
  await shoot('onset');
  await readWhenDue(stage, practice, 'start-5');
  await minute(8);
  await nurse.button('Nausea').click();
  // A little early: where the pace is fast, the three minutes to either side are over in a moment.
  await pace.until((await dueAt(stage, practice, 'start-15')) - 2 * MINUTE);
  await nurse.reading({ systolic: 132, diastolic: 92, spo2: 97, pulse: 79 });
  await shoot('reading-entered');
  await gradeNausea(stage);
  await amendDiastolic(stage, 82);
  await minute(27);
  await shoot('peak');
  await readWhenDue(stage, practice, 'start-30');
  await readWhenDue(stage, practice, 'start-40');
  await overtime(stage);
}

/** The event was one press; its grade and its end are told where there is a hand free. */
async function gradeNausea({ nurse, room }: Stage): Promise<void> {
  await nurse.button('More…').click();
  const line = room.room.getByRole('list', { name: 'Events so far' }).getByRole('listitem').first();
  await line.getByRole('button', { name: 'mild', exact: true }).click();
  await line.getByText(/Nausea, mild/).waitFor();
  await line.getByRole('button', { name: 'settled', exact: true }).click();
  await line
    .getByText(/settled/, { exact: false })
    .first()
    .waitFor();
  await nurse.button('Close').click();
}

/** A typing error in the last reading: amended with its reason; the first figure stays, struck through. */
async function amendDiastolic({ nurse, room }: Stage, diastolic: number): Promise<void> {
  await nurse.button('Amend…').click();
  await nurse.button(/132\/92/).click();
  const dialog = room.room.getByRole('dialog');
  await dialog.getByText('Typing error').click();
  await dialog.getByRole('textbox', { name: /^Diastolic/ }).fill(String(diastolic));
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await dialog.getByText('Is this right?').waitFor();
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function overtime({ nurse, pace, shoot, room }: Stage): Promise<void> {
  const question = room.room.getByRole('group', { name: 'Has the pump stopped?' });
  await question.waitFor({ timeout: 30_000 + (15 * MINUTE) / pace.rate });
  await shoot('overtime');
  await question.getByRole('button', { name: 'Now', exact: true }).click();
  await nurse.button(/^Let them rest/).waitFor();
}
