import { dataOf, answerGroups, command } from './ask.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { Nurse } from '../../test/helpers/nurse.ts';
import type { Stage } from './stage.ts';

/** Opens the record where no key chain does; nothing but made-up people ever lies in it. */
export const PASSPHRASE = 'quiet harbour lantern';

/** A session on its way: its id, the protocol it runs on. */
export interface Practice {
  readonly sessionId: string;
  readonly protocol: Protocol;
}

/** First run: the room and its staff. */
export async function setUp({ nurse, shoot, room }: Stage): Promise<void> {
  await room.room.getByLabel('Room name').waitFor();
  await shoot('setup');
  const { passphraseNeeded } = dataOf(await nurse.request('hello', {})).status;
  nurse.passphrase = passphraseNeeded ? PASSPHRASE : null;
  await nurse.setUp();
  const { settings } = dataOf(await nurse.request('hello', {})).status;
  // A slow demo must not lock itself for want of presses.
  dataOf(await nurse.request('settings.write', { settings: { ...settings, lockAfterMinutes: 120 } }));
  await keepBaselines(nurse);
  await shoot('start-page');
}

/** At a fast pace the minutes that a baseline is good for are over in seconds, and a slow machine needs some of them. */
async function keepBaselines(nurse: Nurse): Promise<void> {
  const { protocol } = dataOf(await nurse.request('protocols.get', { version: 1 }));
  const readingRules = { ...protocol.readingRules, baselineMaxAgeMs: 4 * 3_600_000 };
  const changed = { basedOn: 1, protocol: { ...protocol, readingRules }, note: '' };
  dataOf(await nurse.request('protocols.saveWhole', changed));
}

/** A practice session through its pre-checks, until nothing blocks the start. */
export async function prepare({ nurse, shoot, room }: Stage): Promise<Practice> {
  await nurse.openPractice();
  const sessionId = dataOf(await nurse.request('hello', {})).status.liveSessionId;
  if (sessionId === null) throw new Error('The practice session did not open.');
  const { protocol } = dataOf(await nurse.request('session.open', { sessionId }));
  await answerGroups(nurse, sessionId, protocol, 'preChecks', ['person', 'safety', 'line']);
  await command(nurse, sessionId, {
    type: 'noteWishes',
    intention: 'To set the year down for an hour.',
    wishes: 'Quiet voice. Blanket. No talking unless I ask.',
  });
  await nurse.step('Comfort').click();
  await shoot('pre-checks');
  await nurse.answerRows();
  await nurse.enterOrder();
  await nurse.baseline({ systolic: 118, diastolic: 74, spo2: 98, pulse: 72 });
  await room.room.getByText('Nothing blocks the start.').waitFor();
  return { sessionId, protocol };
}

/** Settle in, then the start: pressed and held until the countdown runs. */
export async function start({ nurse, shoot, room }: Stage): Promise<void> {
  await nurse.button('Settle in: soft music').click();
  await room.room.getByText('Settled in').waitFor();
  await shoot('ready');
  await nurse.button(/^Start \(press and hold\)/).hover();
  await room.room.mouse.down();
  await nurse.button(/Pump paused/).waitFor();
  await room.room.mouse.up();
  await shoot('started');
}
