import { expect, test } from 'vitest';
import { soundMoves } from '../../../electron/music/moves.ts';

/** A system whose programs print this; those that are not named are not there. */
const system = (programs: Readonly<Record<string, string>>) => async (program: string) => programs[program] ?? null;

test('sound that goes elsewhere with its output is told of PulseAudio as it comes, by its own settings', async () => {
  const pulse = { pactl: 'Server String: /run/pulse\nServer Name: pulseaudio\nServer Version: 16.1\n' };
  const dump = (rescue: string) => `nice-level = -11\nrescue-streams = ${rescue}\nlog-target = auto\n`;
  expect(await soundMoves('linux', system({ ...pulse, pulseaudio: dump('yes') }))).toBe('briefly');
  expect(await soundMoves('linux', system({ ...pulse, pulseaudio: dump('no') }))).toBe('no');
});

test('PipeWire ends it as it is asked to', async () => {
  const pipewire = { pactl: 'Server Name: PulseAudio (on PipeWire 0.3.65)\n', pulseaudio: 'rescue-streams = yes\n' };
  expect(await soundMoves('linux', system(pipewire))).toBe('no');
});

test('elsewhere, and where the system does not say, nobody knows', async () => {
  const old = { pactl: 'Server Name: pulseaudio\n' };
  expect(await soundMoves('linux', system({}))).toBe('unknown');
  expect(await soundMoves('linux', system(old))).toBe('unknown');
  expect(await soundMoves('linux', system({ ...old, pulseaudio: 'nice-level = -11\n' }))).toBe('unknown');
  expect(await soundMoves('win32', system({ ...old, pulseaudio: 'rescue-streams = yes\n' }))).toBe('unknown');
  expect(await soundMoves('darwin', system({}))).toBe('unknown');
});
