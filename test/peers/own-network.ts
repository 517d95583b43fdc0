import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Closer } from './sound-server.ts';

/** A program in a network of its own, one cable away from this machine. */
export interface OwnNetwork {
  /** Addresses of the two ends of the cable. */
  readonly ours: string;
  readonly theirs: string;
  /** Everything that the program has said. */
  readonly said: () => string;
  /** Pulls our end of the cable, or puts it back. */
  readonly plug: (state: 'up' | 'down') => void;
}

/** Waits for the cable, sets its other end up and becomes the program; ends with the test that started it. */
const INSIDE = `echo there; read go
ip link set lo up && ip addr add "$1/30" dev "$2" && ip link set "$2" up && ip route add 224.0.0.0/4 dev "$2" || exit 1
shift 2; exec setpriv --pdeathsig KILL "$@"`;

let networks = 0;

/**
 * A network namespace and a pair of virtual cables into it; needs root on Linux. All is gone once the program has ended.
 * @param program words of the command line, for the addresses of its own end of the cable and of ours
 */
export async function ownNetwork(
  close: Closer,
  program: (theirs: string, ours: string) => readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<OwnNetwork> {
  const number = (networks += 1);
  // Addresses that are kept for tests between networks (RFC 2544): they lead nowhere else.
  const block = `198.${18 + (number % 2)}.${process.pid % 256}.`;
  const first = ((process.pid >> 8) % 32) * 8 + (number % 4 < 2 ? 0 : 4);
  const [ours, theirs] = [`${block}${first + 1}`, `${block}${first + 2}`];
  const [here, there] = [`st${process.pid}a${number}`, `st${process.pid}b${number}`];
  const child = spawn('unshare', ['--net', 'sh', '-c', INSIDE, 'sh', theirs, there, ...program(theirs, ours)], {
    env,
    stdio: 'pipe',
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  close.add(() => stop(child));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit'), once(child, 'error')]);
  if (child.pid === undefined || child.exitCode !== null) {
    throw new Error(`A network namespace is needed (root on Linux, "unshare" and "ip"): ${said}`);
  }
  const ip = (...words: string[]): void => void execFileSync('ip', words);
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', String(child.pid));
  ip('addr', 'add', `${ours}/30`, 'dev', here);
  ip('link', 'set', here, 'up');
  child.stdin.write('go\n');
  return { ours, theirs, said: () => said, plug: (state) => ip('link', 'set', here, state) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.kill()) return;
  await once(child, 'exit');
}
