import { assertNever } from '../../shared/assert-never.ts';
import type { ProbeSound } from '../../shared/ipc/output.ts';
import { levelNoise, NOISE_LIMIT_SECONDS, NOISE_RATE } from '../../shared/music/level-noise.ts';
import type { Output, Voice } from './output.ts';

/** The tone for one ear: well below music at the same setting. */
const EAR_HERTZ = 330;
const EAR_AMPLITUDE = 0.02;
const EAR_RISE_S = 1;
const EAR_HOLD_S = 1;
/** The calibration's noise rises slowly. */
const NOISE_RISE_S = 2;
const FADE_S = 0.5;

/** Sounds for staff, on the same way to the ear as the music, its cap included. */
export interface Probe {
  /** Begins another sound; the one before fades. */
  readonly play: (sound: ProbeSound) => void;
  readonly stop: () => void;
}

interface Sounding {
  readonly stop: () => void;
}

/** @see Probe */
export function createProbe(output: Output): Probe {
  let current: Sounding | null = null;
  const stop = (): void => {
    current?.stop();
    current = null;
  };
  return {
    play: (sound) => {
      stop();
      switch (sound.kind) {
        case 'off':
          return;
        case 'ear':
          current = sounding(output, 1, (context, out) => earTone(context, out, sound.ear));
          return;
        case 'level':
          current = sounding(output, sound.level, noise);
          return;
        default:
          assertNever(sound);
      }
    },
    stop,
  };
}

/** Leads a made sound into an element, since elements are what the output routes and caps. */
function sounding(
  output: Output,
  level: number,
  make: (context: AudioContext, out: GainNode) => { readonly lastsS: number },
): Sounding {
  // It reaches no device by itself, so that none can fail under it.
  const context = new AudioContext({ sinkId: { type: 'none' }, sampleRate: NOISE_RATE } as AudioContextOptions);
  const stream = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  const fade = new GainNode(context);
  fade.connect(stream);
  const { lastsS } = make(context, fade);
  const node = new Audio();
  node.srcObject = stream.stream;
  const voice: Voice = { node, apply: (volume) => void (node.volume = volume) };
  output.take(voice);
  void output.ready(voice).then(() => node.play());
  output.level(voice, level);
  let ending = false;
  const end = (): void => {
    output.drop(voice);
    node.srcObject = null;
    void context.close();
  };
  const stop = (): void => {
    if (ending) return;
    ending = true;
    fade.gain.linearRampToValueAtTime(0, context.currentTime + FADE_S);
    setTimeout(end, FADE_S * 1000 + 200);
  };
  setTimeout(stop, lastsS * 1000);
  return { stop };
}

function earTone(context: AudioContext, out: GainNode, ear: 'left' | 'right'): { readonly lastsS: number } {
  const tone = new OscillatorNode(context, { frequency: EAR_HERTZ });
  const level = new GainNode(context, { gain: 0 });
  const ears = new ChannelMergerNode(context, { numberOfInputs: 2 });
  const at = context.currentTime;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(EAR_AMPLITUDE, at + EAR_RISE_S);
  level.gain.setValueAtTime(EAR_AMPLITUDE, at + EAR_RISE_S + EAR_HOLD_S);
  level.gain.linearRampToValueAtTime(0, at + 2 * EAR_RISE_S + EAR_HOLD_S);
  tone
    .connect(level)
    .connect(ears, 0, ear === 'left' ? 0 : 1)
    .connect(out);
  tone.start();
  return { lastsS: 2 * EAR_RISE_S + EAR_HOLD_S };
}

function noise(context: AudioContext, out: GainNode): { readonly lastsS: number } {
  const samples = levelNoise();
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: NOISE_RATE, numberOfChannels: 1 });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  const rise = new GainNode(context, { gain: 0 });
  rise.gain.setValueAtTime(0, context.currentTime);
  rise.gain.linearRampToValueAtTime(1, context.currentTime + NOISE_RISE_S);
  source.connect(rise).connect(out);
  source.start();
  return { lastsS: NOISE_LIMIT_SECONDS };
}
