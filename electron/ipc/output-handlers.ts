import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { ProbeSound, SoundMoves } from '../../shared/ipc/output.ts';
import type { Author } from '../../shared/session/event.ts';
import type { Front } from '../front.ts';
import { keepSound, soundMoves } from '../music/moves.ts';
import type { OutputKeeper } from '../music/output.ts';
import { occupies } from '../session/room.ts';
import type { Handlers } from './server.ts';

type OutputRequests =
  | 'output.read'
  | 'output.seen'
  | 'output.choose'
  | 'output.setCap'
  | 'output.calibrate'
  | 'output.moves'
  | 'output.keep'
  | 'output.probe';

export interface SystemSound {
  readonly moves: () => Promise<SoundMoves>;
  readonly keep: () => Promise<Answer<{ readonly moves: SoundMoves }>>;
}

/**
 * Requests about where the music is heard; answered with or without an open record.
 * @param probe has the player make a sound for staff
 * @param system what the computer does with sound whose output goes
 */
export function outputHandlers(
  front: Pick<Front, 'board' | 'desk' | 'clock'>,
  output: OutputKeeper,
  probe: (sound: ProbeSound) => void,
  system: SystemSound = { moves: soundMoves, keep: keepSound },
): Pick<Handlers, OutputRequests> {
  const signedIn = (): Answer<Author> => {
    const who = front.board.now.signedIn;
    return who === null ? failure('refused', 'access.signInNeeded') : success({ kind: 'staff', staffId: who.staffId });
  };
  return {
    'output.read': async () => success(output.order()),
    'output.seen': async (seen) => {
      output.seen(seen);
      return success({});
    },
    'output.choose': async ({ chosen }) => {
      const who = front.board.now.signedIn;
      // Headphones that fail in the middle of a session are replaced without a PIN, as all music is handled.
      if (who === null && front.desk?.room.live == null) return failure('refused', 'access.signInNeeded');
      await output.choose(chosen, who === null ? { kind: 'unsigned' } : { kind: 'staff', staffId: who.staffId });
      return success({});
    },
    'output.setCap': async ({ label, cap }) => {
      const may = signedIn();
      if (!may.ok) return may;
      await output.setCap(label, cap, may.data);
      return success({});
    },
    'output.calibrate': async ({ label, readings, capDbA }) => {
      const may = signedIn();
      if (!may.ok) return may;
      const kept = output.calibrate(label, readings, capDbA, front.clock.now().wallMs, may.data);
      return kept ? success({}) : failure('invalid', 'output.readingsDiffer');
    },
    'output.moves': async () => success({ moves: await system.moves() }),
    'output.keep': async () => {
      const may = signedIn();
      return may.ok ? system.keep() : may;
    },
    'output.probe': async ({ sound }) => {
      const live = front.desk?.room.live ?? null;
      if (sound.kind !== 'off') {
        const may = signedIn();
        if (!may.ok) return may;
        if (live !== null && (sound.kind === 'level' || occupies(live)))
          return failure('refused', 'output.sessionRuns');
        if (output.view().state !== 'present') return failure('refused', 'output.notThere');
      }
      probe(sound);
      return success({});
    },
  };
}
