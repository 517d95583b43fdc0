/**
 * What Chromium's sound threads pass on to the sound server of Linux, as libpulse reads it from the environment: PipeWire
 * ends a stream whose output went away, in place of moving it to another one. Headphones that are pulled out are then heard
 * nowhere else, not for a moment. PulseAudio itself has no such wish and moves it all the same.
 */
export function soundStays(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): void {
  if (platform !== 'linux') return;
  const wishes = env['PULSE_PROP'] ?? '';
  env['PULSE_PROP'] = `${wishes} node.dont-reconnect=true`.trim();
}
