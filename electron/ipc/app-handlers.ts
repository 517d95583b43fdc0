import { roomScene } from '../../shared/lights/scene.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { isSuperseded } from '../lights/line.ts';
import type { Front } from '../front.ts';
import { returnKeyFile, startNew, tryAgain } from '../ways-on.ts';
import type { Handlers } from './server.ts';

type AppRequests =
  | 'hello'
  | 'app.setUp'
  | 'app.unlock'
  | 'app.tryAgain'
  | 'app.recover'
  | 'app.returnKeyFile'
  | 'app.startNew'
  | 'settings.write'
  | 'lights.full'
  | 'player.report'
  | 'jobs.stop';

/** Requests that are answered with or without an open record. */
export function appHandlers(front: Front): Pick<Handlers, AppRequests> {
  return {
    hello: async () => {
      const { board, clock, desk } = front;
      const time = desk?.time.told() ?? { clock: clock.now(), rate: clock.rate, live: null };
      return success({ status: board.now, ...time });
    },
    'app.setUp': (args) => setUp(front, args),
    'app.unlock': (args) => front.unlock(args.passphrase),
    'app.tryAgain': () => tryAgain(front),
    'app.recover': (args) => front.recover(args.recoveryKey, args.passphrase),
    'app.returnKeyFile': () => returnKeyFile(front),
    'app.startNew': () => startNew(front),
    'settings.write': async (args) => {
      if (front.board.now.signedIn === null) return failure('refused', 'access.signInNeeded');
      front.writeSettings(args.settings);
      return success({});
    },
    'lights.full': async () => {
      const outcomes = await front.lights.full(roomScene(1, null));
      const missed = outcomes.filter(({ outcome }) => outcome.kind !== 'sent' && !isSuperseded(outcome));
      return success({ missed: missed.flatMap(({ name }) => name ?? []) });
    },
    'jobs.stop': async ({ job }) => {
      front.desk?.jobs.stop(job);
      return success({});
    },
    'player.report': async (report) => {
      front.desk?.conductor.heard(report);
      return success({});
    },
  };
}

async function setUp(front: Front, args: RequestArgs<'app.setUp'>): Promise<Answer<Record<string, never>>> {
  if (front.board.now.state !== 'setup') return failure('refused', 'setup.done');
  const made = await front.make(args.passphrase, args.staff, args.practice);
  if (made.ok) front.writeSettings(args.settings);
  return made;
}
