import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { HookName, Hooks } from '../standin/hook-names.ts';

const register = fileURLToPath(new URL('../standin/register.mjs', import.meta.url));

/** Every hook of the stand-in as a call that is answered. */
export type HookCalls = {
  readonly [Name in HookName]: (...args: Parameters<Hooks[Name]>) => Promise<ReturnType<Hooks[Name]>>;
};

/** How a main process is started under the stand-in. */
export interface StandinOptions {
  /** Absolute path of the built main script. */
  readonly main: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly headless: boolean;
}

/** A main process that runs under the stand-in. */
export interface StandinProcess {
  readonly child: ChildProcess;
  readonly hooks: HookCalls;
  /** What it has said so far. */
  readonly said: { stdout: string; stderr: string };
  /** Fulfilled when it has ended, with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

function hooksOf(child: ChildProcess): HookCalls {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  let lastId = 0;
  child.on('message', (answer: { id: number; ok: boolean; value: never; error: string }) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if (answer.ok) resolve?.(answer.value);
    else reject?.(new Error(answer.error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The main process has ended.'));
  });
  const call =
    (hook: string) =>
    (...args: unknown[]) =>
      new Promise<never>((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve, reject });
        child.send({ id, hook, args }, (error) => error !== null && reject(error));
      });
  return new Proxy(
    {},
    { get: (_none, hook) => (typeof hook === 'string' && hook !== 'then' ? call(hook) : undefined) },
  ) as HookCalls;
}

/** Starts a main process under the stand-in, with the channel over which its hooks are called. */
export function startStandin(options: StandinOptions): StandinProcess {
  const env = {
    ...process.env,
    STILLROOM_QUIET: '1',
    ...(options.headless ? { STILLROOM_HEADLESS: '1' } : {}),
    ...options.env,
  };
  const child = spawn(process.execPath, ['--import', register, options.main, ...options.args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0)),
  );
  return { child, hooks: hooksOf(child), said, ended };
}
