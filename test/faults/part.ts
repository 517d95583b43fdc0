/** What is asked of a run. */
export interface FaultRun {
  /** Every random choice comes from it. */
  readonly seed: number;
  /** Times the record worker's process is killed. */
  readonly rounds: number;
  /** Times the whole app is killed. */
  readonly appRounds: number;
  /** An empty folder for this run, with spaces, umlauts and an emoji in its name. */
  readonly scratch: string;
  /** The writer and the workers, bundled. */
  readonly programs: string;
}

/** One line of the table: what was done to the record, how often, and what came of it. */
export interface Row {
  readonly fault: string;
  readonly passed: number;
  /** One sentence for each that failed, with what it takes to repeat it. */
  readonly failures: readonly string[];
  /** What could not be tried here, and why. */
  readonly skipped: readonly string[];
  /** What else is worth saying, such as how much was found by whom. */
  readonly note: string;
}

/** One group of faults, chosen with `--only NAME`. */
export interface Part {
  readonly name: string;
  readonly run: (run: FaultRun) => Promise<readonly Row[]>;
}

/** A row of single cases: each throws where it does not hold. */
export async function rowOf(
  fault: string,
  cases: readonly { readonly name: string; readonly check: () => Promise<void> | void }[],
  note = '',
): Promise<Row> {
  const failures: string[] = [];
  for (const { name, check } of cases) {
    try {
      await check();
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { fault, passed: cases.length - failures.length, failures, skipped: [], note };
}
