import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import promises, { type FileHandle } from 'node:fs/promises';

/**
 * Ends this process without a goodbye just before its `at`-th operation that changes files, from the call on. Counts
 * what code of this project asks of `node:fs`, and the statements given to `watched` objects (a database's methods).
 * @returns how many were counted so far
 */
export function killAt(at: number): { readonly count: () => number; readonly watch: typeof watchMethods } {
  let count = 0;
  const step = (): void => {
    count += 1;
    if (count === at) process.kill(process.pid, 'SIGKILL');
  };
  beforeSteps(step);
  return { count: () => count, watch: (target, names) => watchMethods(target, names, step) };
}

/** Calls `step` before each operation that changes files, from the call on; `step` is to be done when it returns. */
export function beforeSteps(step: () => void): void {
  for (const target of [fs, promises])
    watchMethods(target, ['open', 'openSync', 'rename', 'renameSync', 'rm', 'rmSync'], step);
  const open = promises.open;
  promises.open = async (...args) => {
    const handle = await open(...args);
    watchMethods(handle, ['write', 'writeFile', 'sync', 'close'] satisfies (keyof FileHandle)[], step);
    return handle;
  };
  syncBuiltinESMExports();
}

function watchMethods(target: object, names: readonly string[], step: () => void = () => undefined): void {
  const methods = target as Record<string, unknown>;
  for (const name of names) {
    const method = methods[name];
    if (typeof method !== 'function') continue;
    methods[name] = function watched(this: unknown, ...args: unknown[]): unknown {
      step();
      return Reflect.apply(method, this, args);
    };
  }
}
