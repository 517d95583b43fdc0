import { readFileSync, readdirSync } from 'node:fs';

/**
 * Memory of processes, MB: what each holds by itself, and its share of what several hold (`Pss`); 0 once they are gone.
 * Linux only.
 */
export function memoryMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssKb(pid), 0) / 1000;
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(told(pid, 'smaps_rollup'))?.[1] ?? 0);
}

/** What a process holds by itself alone, MB: programs that start elsewhere on the machine do not change it. Linux only. */
export function privateMb(pid: number): number {
  const parts = [...told(pid, 'smaps_rollup').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
  return parts.reduce((sum, [, kb]) => sum + Number(kb), 0) / 1000;
}

/** The pages' processes of the browsers that a process started. Nothing is attached to them: tools that listen to a page hold on to what it fetches. */
export function renderersBelow(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? told(Number(name), 'stat') : '';
    // The name in brackets may hold anything; the parent is the second word after it.
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || (pid > 1 && isBelow(parents.get(pid))));
  return [...parents.keys()].filter((pid) => isBelow(pid) && told(pid, 'cmdline').includes('--type=renderer'));
}

function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
