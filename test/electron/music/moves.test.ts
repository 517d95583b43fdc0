import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSound, soundMoves, type SoundSystem } from '../../../electron/music/moves.ts';
import { success } from '../../../shared/ipc/answer.ts';

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(tmpdir(), 'stillroom-moves-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folder = (): string => path.join(home, 'pulse');

/** A system whose programs print this; those that are not named are not there. */
function system(programs: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux'): SoundSystem {
  return { platform, ask: async (program) => programs[program] ?? null, folder: folder() };
}

/** PulseAudio with these settings of the system's; the user's own come first, as it reads them. */
function pulse(cookie: string, common: string): SoundSystem {
  const theirs = path.join(folder(), 'daemon.conf');
  const general = path.join(home, 'general.conf');
  writeFileSync(general, common);
  const read = (): { readonly file: string; readonly text: string } => {
    for (const file of [theirs, general])
      try {
        return { file, text: readFileSync(file, 'utf8') };
      } catch {
        continue;
      }
    throw new Error('There are no settings');
  };
  const dump = (): string => {
    const { file, text } = read();
    const rescue = [...text.matchAll(/^rescue-streams = (yes|no)$/gm)].at(-1)?.[1] ?? 'yes';
    return `### Read from configuration file: ${file} ###\nrescue-streams = ${rescue}\n`;
  };
  const ask: SoundSystem['ask'] = async (program) =>
    program === 'pactl' ? `Server Name: pulseaudio\nCookie: ${cookie}\n` : dump();
  return { platform: 'linux', ask, folder: folder() };
}

test('sound that goes elsewhere with its output is told of PulseAudio as it comes, by its own settings', async () => {
  const server = { pactl: 'Server String: /run/pulse\nServer Name: pulseaudio\nServer Version: 16.1\n' };
  const dump = (rescue: string) => `nice-level = -11\nrescue-streams = ${rescue}\nlog-target = auto\n`;
  expect(await soundMoves(system({ ...server, pulseaudio: dump('yes') }))).toBe('briefly');
  expect(await soundMoves(system({ ...server, pulseaudio: dump('no') }))).toBe('no');
});

test('PipeWire ends it as it is asked to', async () => {
  const pipewire = { pactl: 'Server Name: PulseAudio (on PipeWire 0.3.65)\n', pulseaudio: 'rescue-streams = yes\n' };
  expect(await soundMoves(system(pipewire))).toBe('no');
});

test('elsewhere, and where the system does not say, nobody knows', async () => {
  const old = { pactl: 'Server Name: pulseaudio\n' };
  expect(await soundMoves(system({}))).toBe('unknown');
  expect(await soundMoves(system(old))).toBe('unknown');
  expect(await soundMoves(system({ ...old, pulseaudio: 'nice-level = -11\n' }))).toBe('unknown');
  expect(await soundMoves(system({ ...old, pulseaudio: 'rescue-streams = yes\n' }, 'win32'))).toBe('unknown');
  expect(await soundMoves(system({}, 'darwin'))).toBe('unknown');
});

test('set up by the app, it holds from the next start of the server on, and what stood in the settings stays', async () => {
  const running = pulse('4f3a:11bc', '; kept\nnice-level = -5');
  expect(await soundMoves(running)).toBe('briefly');
  expect(await keepSound(running)).toEqual(success({ moves: 'untilStart' }));
  expect(await soundMoves(running)).toBe('untilStart');
  const written = readFileSync(path.join(folder(), 'daemon.conf'), 'utf8');
  expect(written.startsWith('; kept\nnice-level = -5\n')).toBe(true);
  // A second press changes nothing.
  expect(await keepSound(running)).toEqual(success({ moves: 'untilStart' }));
  expect(readFileSync(path.join(folder(), 'daemon.conf'), 'utf8')).toBe(written);
  expect(await soundMoves(pulse('77aa:0001', ''))).toBe('no');
});

test('where the settings cannot be written, or say something else afterwards, that is said', async () => {
  writeFileSync(folder(), 'a file where the folder should be');
  const stuck = pulse('4f3a:11bc', '');
  expect(await keepSound(stuck)).toMatchObject({ ok: false, code: 'output.notKept' });
  rmSync(folder());
  mkdirSync(folder());
  const deaf = { ...stuck, folder: path.join(home, 'elsewhere') };
  expect(await keepSound(deaf)).toMatchObject({ ok: false, code: 'output.notKept' });
});

/** The same system, with something else where it says which settings it has read. */
function sayingReadFrom(system: SoundSystem, words: string): SoundSystem {
  const ask: SoundSystem['ask'] = async (program, args) =>
    (await system.ask(program, args))?.replace(/^###.*\n/m, words) ?? null;
  return { ...system, ask };
}

test('settings that cannot be read do not begin anew', async () => {
  // A folder is no text, for root as well.
  const unreadable = sayingReadFrom(pulse('4f3a:11bc', ''), `### Read from configuration file: ${home} ###\n`);
  expect(await keepSound(unreadable)).toMatchObject({ ok: false, code: 'output.notKept' });
  expect(existsSync(folder())).toBe(false);
});

test('the user’s own settings stay where the server does not say that it has read them', async () => {
  const silent = sayingReadFrom(pulse('4f3a:11bc', ''), '');
  mkdirSync(folder());
  writeFileSync(path.join(folder(), 'daemon.conf'), 'exit-idle-time = 20\n');
  expect(await keepSound(silent)).toMatchObject({ ok: true });
  expect(readFileSync(path.join(folder(), 'daemon.conf'), 'utf8')).toMatch(/^exit-idle-time = 20\n# Written/);
});
