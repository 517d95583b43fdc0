import type { Measured } from '../../shared/music/loudness.ts';
import type { FromMeter, ToMeter } from './meter-messages.ts';
import type { Stretch } from './sound.ts';

/** Stretches that wait in the thread at most: it is to have work, and no long file in its memory. */
const WAITING = 3;

/** Measures one sound after another in a thread of its own, while the next stretch is being decoded. */
export interface SoundMeter {
  /** Takes a copy. Resolves when the next one may come; rejects where the thread died. */
  readonly push: (stretch: Stretch) => Promise<void>;
  /** What the whole sound is, and the end of it; null where none came. Rejects where the thread died. */
  readonly result: () => Promise<Measured | null>;
  /** The sound is given up, and the next one may begin, in another thread where this one died. */
  readonly drop: () => void;
}

/** @see SoundMeter */
export function openMeter(): SoundMeter {
  /** Arrays that came back. */
  const free: Float32Array<ArrayBuffer>[] = [];
  let unanswered = 0;
  let measured: Measured | null = null;
  let isDead = false;
  let goOn: () => void = () => undefined;

  const tell = (message: ToMeter, moved: ArrayBuffer[]): void => {
    unanswered += 1;
    worker.postMessage(message, moved);
  };
  const untilLeft = async (most: number): Promise<void> => {
    while (unanswered > most && !isDead)
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    if (isDead) throw new Error('The thread that measures has died');
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./meter-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<FromMeter>) => {
      unanswered -= 1;
      if (data.kind === 'measured') ({ measured } = data);
      else free.push(...data.handed.channels);
      goOn();
    });
    started.addEventListener('error', () => {
      isDead = true;
      goOn();
    });
    return started;
  };
  let worker = start();
  return {
    push: async ({ rate, channels }) => {
      await untilLeft(WAITING - 1);
      const copies = channels.map((channel) => copied(channel, free.pop()));
      tell(
        { kind: 'stretch', rate, handed: { channels: copies, length: channels[0]?.length ?? 0 } },
        copies.map(({ buffer }) => buffer),
      );
    },
    result: async () => {
      tell({ kind: 'end' }, []);
      await untilLeft(0);
      return measured;
    },
    drop: () => {
      if (!isDead) return tell({ kind: 'drop' }, []);
      worker.terminate();
      [unanswered, isDead] = [0, false];
      worker = start();
    },
  };
}

/** The samples in an array that was used before, where it is long enough. */
function copied(channel: Float32Array, used: Float32Array<ArrayBuffer> | undefined): Float32Array<ArrayBuffer> {
  const to = used === undefined || used.length < channel.length ? new Float32Array(channel.length) : used;
  to.set(channel);
  return to;
}
