import {
  ADTS,
  AudioSampleSink,
  BufferSource,
  CustomSource,
  FLAC,
  Input,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  type AudioSample,
} from 'mediabunny';
import { Blocks, letGo } from './blocks.ts';
import { wavOf, wavSound } from './wav.ts';

/** A file up to this long is read at once, bytes: from one in pieces the demuxer copies 64 kB for every frame of an mp3, which stays in memory for long. */
const WHOLE = 24 << 20;

/** A stretch of decoded sound: one array a channel, all of one length, valid until the next is asked for. */
export interface Stretch {
  readonly rate: number;
  readonly channels: readonly Float32Array[];
}

/** Frames that are handed on at once: enough that the work between them does not count, a quarter of a megabyte a channel. */
const FRAMES = 1 << 16;

/**
 * The sound of the file at an address from its first to its last second, decoded as the player's own element decodes
 * it, a stretch at a time: no more than a few stretches are ever held. Throws where it cannot be read or decoded.
 */
export async function* soundOf(address: string): AsyncGenerator<Stretch, void, undefined> {
  const blocks = new Blocks(address);
  // Samples that stand there as they are need nobody to decode them.
  const wav = await wavOf(blocks);
  if (wav !== null) return yield* wavSound(blocks, wav);
  const whole = (await blocks.size()) <= WHOLE ? await blocks.read(0, await blocks.size()) : null;
  const source = whole === null ? inPieces(blocks) : new BufferSource(whole);
  const input = new Input({ source, formats: [MP3, FLAC, OGG, MP4, QTFF, WAVE, ADTS] });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (track === null) throw new Error('There is no sound in the file');
    let gathered: Gathered | null = null;
    for await (const sample of new AudioSampleSink(track).samples(0)) {
      gathered ??= new Gathered(sample.sampleRate, sample.numberOfChannels);
      try {
        for (let from = 0; from < sample.numberOfFrames;) {
          from += gathered.take(sample, from);
          if (gathered.isFull) yield gathered.empty();
        }
      } finally {
        sample.close();
      }
    }
    if (gathered !== null) yield gathered.empty();
  } finally {
    input.dispose();
    if (whole !== null) letGo(whole);
  }
}

/** A file that is too long to be held. A frame is read in several small pieces: without looking ahead each of them is asked for, and kept, by itself. */
function inPieces(blocks: Blocks): CustomSource {
  return new CustomSource({
    getSize: () => blocks.size(),
    read: (start, end) => blocks.read(start, end),
    maxCacheSize: 1 << 20,
    prefetchProfile: 'fileSystem',
  });
}

/** Decoders give a few milliseconds at a time; these are joined to stretches. */
class Gathered {
  readonly #rate: number;
  readonly #channels: readonly Float32Array[];
  #length = 0;

  constructor(rate: number, channels: number) {
    this.#rate = rate;
    this.#channels = Array.from({ length: channels }, () => new Float32Array(FRAMES));
  }

  get isFull(): boolean {
    return this.#length === FRAMES;
  }

  /** Takes frames of the sample from `from` on; answers how many. */
  take(sample: AudioSample, from: number): number {
    if (sample.sampleRate !== this.#rate) throw new Error('The sample rate changes within the file');
    const frameCount = Math.min(sample.numberOfFrames - from, FRAMES - this.#length);
    this.#channels.forEach((channel, index) => {
      // A file that goes over from two channels to one is played on both ears.
      const planeIndex = index < sample.numberOfChannels ? index : 0;
      const to = channel.subarray(this.#length, this.#length + frameCount);
      sample.copyTo(to, { planeIndex, format: 'f32-planar', frameOffset: from, frameCount });
    });
    this.#length += frameCount;
    return frameCount;
  }

  empty(): Stretch {
    const length = this.#length;
    this.#length = 0;
    return { rate: this.#rate, channels: this.#channels.map((channel) => channel.subarray(0, length)) };
  }
}
