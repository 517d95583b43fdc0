import { EventEmitter } from 'node:events';
import { host } from './host.ts';
import { listening, refuse, strict } from './strict.ts';
import type { PowerEvents, PowerMonitor, PowerSaveBlocker } from './surface/desktop.ts';

/** Sent by hook only: the stand-in does not look at the computer's power. */
export const powerEvents = new EventEmitter();

const monitor = {
  ...listening<PowerEvents>('powerMonitor', powerEvents, [
    'suspend',
    'resume',
    'shutdown',
    'lock-screen',
    'unlock-screen',
    'on-ac',
    'on-battery',
  ]),
  getSystemIdleTime: () => power.idleSeconds,
  isOnBatteryPower: () => false,
} satisfies PowerMonitor;

/** What hooks may set and see. */
export const power = { idleSeconds: 0, blockers: new Map<number, string>() };

/** Wraps an object that Electron gives only to an app that is ready. */
export function onlyWhenReady<T extends object>(name: string, target: T): T {
  return strict(
    name,
    target,
    () => void (host.ready || refuse(`The '${name}' module can't be used before the app 'ready' event`)),
  );
}

export const powerMonitor = onlyWhenReady('powerMonitor', monitor);

let lastBlocker = 0;

export const powerSaveBlocker = onlyWhenReady('powerSaveBlocker', {
  start(type: string): number {
    if (type !== 'prevent-app-suspension' && type !== 'prevent-display-sleep')
      refuse(`powerSaveBlocker.start does not know "${type}".`);
    lastBlocker += 1;
    power.blockers.set(lastBlocker, type);
    return lastBlocker;
  },
  stop: (id: number): boolean => power.blockers.delete(id),
  isStarted: (id: number): boolean => power.blockers.has(id),
} satisfies PowerSaveBlocker);
