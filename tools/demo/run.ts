import { rmSync } from 'node:fs';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Patient, Staff } from '../../shared/people/people.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import { recovery } from './after.ts';
import { dataOf } from './ask.ts';
import { PASSPHRASE, prepare, setUp, start, type Practice } from './before.ts';
import { infusion } from './during.ts';
import { keepRecord } from './keep.ts';
import type { DemoOptions } from './options.ts';
import { outcomeOf } from './outcome.ts';
import { startPace } from './pace.ts';
import { readRecordFile } from './record-file.ts';
import { dataFolder, openStage, scenes, type Stage } from './stage.ts';
import { clockTime, summaryLines } from './summary.ts';

/** What the app's windows were told, asked before it is closed. */
interface Seen {
  readonly staff: readonly Staff[];
  readonly patient: Patient | null;
  readonly protocol: Protocol;
  readonly music: SessionMusic | null;
  readonly events: readonly SessionEvent[];
}

async function playThrough(stage: Stage, say: (line: string) => void): Promise<Practice> {
  const tell = (words: string): void => say(`${clockTime(stage.pace.now())}  ${words}`);
  tell('set-up');
  await setUp(stage);
  tell('a practice patient, pre-checks');
  const practice = await prepare(stage);
  tell('settle in, start');
  await start(stage);
  tell('infusing: readings, an event, an amendment');
  await infusion(stage, practice);
  tell('pump stopped, recovery');
  await recovery(stage, practice);
  tell('the patient has left');
  return practice;
}

async function look({ nurse }: Stage, { sessionId }: Practice): Promise<Seen> {
  const { staff } = dataOf(await nurse.request('staff.list', {}));
  const { patient, protocol, music } = dataOf(await nurse.request('session.open', { sessionId }));
  return { staff, patient, protocol, music, events: await nurse.recordOf(sessionId) };
}

/** This afternoon at one, so that nothing crosses midnight. */
function afternoon(): number {
  return new Date().setHours(13, 0, 0, 0);
}

/**
 * Plays a whole practice session on the built app without a display. Pictures and `record.json` go to `out`. Returns what
 * was not as it should be; throws where it could not go on, or with the reason of `stopping`. Nothing is left running.
 */
export async function runDemo(
  options: DemoOptions,
  out: string,
  stopping: AbortSignal,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const begun = performance.now();
  rmSync(out, { recursive: true, force: true });
  const { userData, remove } = dataFolder();
  const opening = openStage(userData, startPace(options.rate, afternoon()), out);
  const stopped = new Promise<never>((_, reject) => {
    stopping.addEventListener('abort', () => reject(stopping.reason as Error), { once: true });
  });
  stopped.catch(() => undefined);
  try {
    const stage = await Promise.race([opening, stopped]);
    const practice = await Promise.race([playThrough(stage, say), stopped]);
    const seen = await look(stage, practice);
    await stage.room.close();
    return await conclude(options, out, say, { userData, practice, seen, pictures: stage.shot().length, begun });
  } finally {
    await opening.then((stage) => stage.room.close()).catch(() => undefined);
    if (options.keep) say(`The app's data is kept in ${userData}; its passphrase is "${PASSPHRASE}".`);
    else remove();
  }
}

interface Played {
  readonly userData: string;
  readonly practice: Practice;
  readonly seen: Seen;
  readonly pictures: number;
  readonly begun: number;
}

async function conclude(
  options: DemoOptions,
  out: string,
  say: (line: string) => void,
  played: Played,
): Promise<readonly string[]> {
  const { seen, practice, pictures } = played;
  const file = await readRecordFile(played.userData, PASSPHRASE, practice.sessionId);
  const { staff, patient, protocol, music } = seen;
  keepRecord(out, {
    note: 'A practice session played by "npm run demo". All people in it are made up.',
    rate: options.rate,
    staff,
    patient,
    protocol,
    verification: file.verified,
    events: file.events,
  });
  const outcome = outcomeOf({ events: file.events, protocol, music });
  if (outcome === null) return ['The record file has no events of the session.'];
  say('');
  const tookMs = performance.now() - played.begun;
  for (const line of summaryLines({ outcome, verified: file.verified, pictures, tookMs, rate: options.rate }))
    say(line);
  const same = JSON.stringify(file.events) === JSON.stringify(seen.events);
  return [
    ...outcome.problems,
    ...file.verified.flatMap(({ file: name, findings }) =>
      findings.length === 0 ? [] : [`${name}: ${findings.join(', ')}.`],
    ),
    ...(same ? [] : ['The record file does not say what the window was told.']),
    ...(pictures === scenes.length ? [] : [`${pictures} pictures were taken, not ${scenes.length}.`]),
  ];
}
