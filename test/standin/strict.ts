import type { EventEmitter } from 'node:events';
import type { Emitter } from './surface/emitter.ts';

/** What the stand-in throws where Electron would refuse, or where the stand-in cannot be honest. */
export class StandinRefusal extends Error {
  override name = 'StandinRefusal';
}

/** Throws a StandinRefusal with this sentence. */
export function refuse(sentence: string): never {
  throw new StandinRefusal(sentence);
}

/** Names that await, JSON, consoles and test runners look for on any object; absent is the honest answer. */
const lookedForOnEverything = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'tagName',
  'hasAttribute',
]);

/** Wraps an object so that reading or writing a member it lacks throws instead of giving undefined; `guard` may throw on any member. */
export function strict<T extends object>(name: string, target: T, guard: () => void = () => undefined): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || lookedForOnEverything.has(key)) return Reflect.get(object, key);
      guard();
      if (key in object) return Reflect.get(object, key);
      return refuse(`${name}.${key} is not in the stand-in for Electron.`);
    },
    set(object, key, value) {
      if (typeof key === 'symbol' || key in object) return Reflect.set(object, key, value);
      return refuse(`${name}.${key} cannot be set: the stand-in has no such member.`);
    },
  });
}

type Listener = (...args: never[]) => void;

/** The listener half of an Electron object, for the named events only: an event that is never sent cannot be awaited. */
export function listening<Events>(
  name: string,
  emitter: EventEmitter,
  events: readonly (keyof Events & string)[],
): Emitter<Events> {
  const known = (event: string): void => {
    if (!(events as readonly string[]).includes(event))
      refuse(`${name} never emits "${event}" in the stand-in for Electron.`);
  };
  const adding = (method: 'on' | 'once') =>
    function add<S>(this: S, event: string, listener: Listener): S {
      known(event);
      emitter[method](event, listener as (...args: unknown[]) => void);
      return this;
    };
  const removing = function remove<S>(this: S, event: string, listener: Listener): S {
    known(event);
    emitter.off(event, listener as (...args: unknown[]) => void);
    return this;
  };
  const members = {
    on: adding('on'),
    addListener: adding('on'),
    once: adding('once'),
    off: removing,
    removeListener: removing,
    removeAllListeners<S>(this: S, event?: string): S {
      if (event !== undefined) known(event);
      emitter.removeAllListeners(event);
      return this;
    },
    listenerCount: (event: string): number => emitter.listenerCount(event),
  };
  // The overloads of Emitter say, event by event, what the checks above say for all of them.
  return members as unknown as Emitter<Events>;
}

/** An Electron event whose default can be prevented. */
export function preventable<T extends object>(extra: T) {
  const event = { defaultPrevented: false, preventDefault: (): void => void (event.defaultPrevented = true), ...extra };
  return event;
}
