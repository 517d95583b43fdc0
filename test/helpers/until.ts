const LONGEST_MS = 20_000;

/** Gives everything else its turn until something has come true; throws where it does not within twenty seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const last = performance.now() + LONGEST_MS;
  while (!holds()) {
    if (performance.now() > last) throw new Error(`never came true: ${holds.toString()}`);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
