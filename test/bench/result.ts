/** One measured figure. `peers`: name to figure of the same unit, measured in the same run; `ratio` = p50 to the first peer's. */
export interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly p50: number;
  readonly p99: number;
  readonly runs: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly ratio: number | null;
  /** What it should reach, in words; null where nothing is set. */
  readonly goal: string | null;
  readonly met: boolean | null;
}

/** What was asked for on the command line. */
export interface BenchOptions {
  /** Size of the archive that the record is measured with. */
  readonly sessions: number;
  /** With what takes an hour. */
  readonly long: boolean;
}

/** A benchmark by name. */
export interface Bench {
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<readonly BenchResult[]>;
}

/** The value below which `share` (0 to 1) of the samples lie, nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('No samples');
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}

export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly samples: readonly number[];
  /** Peer name to its samples, of the same unit and run. */
  readonly peers: Readonly<Record<string, readonly number[]>>;
  readonly goal: string | null;
  readonly met: (p50: number, p99: number, ratio: number | null) => boolean | null;
}

/** Medians, 99th percentile and the ratio to the first peer. */
export function summarise(measured: Measured): BenchResult {
  const p50 = percentile(measured.samples, 0.5);
  const p99 = percentile(measured.samples, 0.99);
  const peers = Object.fromEntries(
    Object.entries(measured.peers).map(([name, samples]) => [name, percentile(samples, 0.5)]),
  );
  const first = Object.values(peers)[0];
  const ratio = first === undefined || first === 0 ? null : p50 / first;
  return {
    name: measured.name,
    unit: measured.unit,
    p50,
    p99,
    runs: measured.samples.length,
    peers,
    ratio,
    goal: measured.goal,
    met: measured.met(p50, p99, ratio),
  };
}
