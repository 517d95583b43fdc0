/**
 * Runs the tests against third-party programs (`npm run test:peers`); installs those of Debian where it may.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { close } from '../../tools/run/close.mjs';
import { installPackages, mayInstall } from '../../tools/run/debian.mjs';
import { PlainError, say, showStep } from '../../tools/run/say.mjs';
import { runVitest } from '../../tools/run/vitest.mjs';

/** Program to Debian package. A test whose program is missing says so itself. */
const peers = {
  pulseaudio: 'pulseaudio',
  pactl: 'pulseaudio-utils',
  pipewire: 'pipewire',
  'pipewire-pulse': 'pipewire-pulse',
  wireplumber: 'wireplumber',
  'dbus-run-session': 'dbus-daemon',
  ffmpeg: 'ffmpeg',
  age: 'age',
  pdftotext: 'poppler-utils',
  mosquitto: 'mosquitto',
  olad: 'ola',
  qlcplus: 'qlcplus',
};

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

async function providePeers(): Promise<void> {
  const missing = Object.entries(peers).filter(([program]) => !onPath(program));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (mayInstall()) await showStep(`installing ${packages.join(', ')}`, () => installPackages(packages));
  else say(`Not installed, so the tests that need them cannot pass: ${packages.join(', ')}.`);
}

try {
  await providePeers();
  process.exitCode = close(
    await runVitest(process.execPath, 'peers', ['--passWithNoTests', ...process.argv.slice(2)], {}),
  );
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
