/**
 * An expected trouble: its message is a plain sentence that says what to do. It is printed without a stack.
 */
export class PlainError extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Seconds for people: "0.4 s", "12 s", "2 min 5 s".
 * @param {number} milliseconds
 */
export function formatDuration(milliseconds) {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step with its progress on one line: the name at once, the time when it is done. A terminal also sees the
 * seconds go by.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showStep(label, work) {
  const began = Date.now();
  process.stdout.write(`${label} … `);
  const ticking = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r${label} … ${formatDuration(Date.now() - began)} `), 1000)
    : undefined;
  try {
    const result = await work();
    clearInterval(ticking);
    process.stdout.write(`${ticking ? `\r${label} … ` : ''}done in ${formatDuration(Date.now() - began)}\n`);
    return result;
  } catch (error) {
    clearInterval(ticking);
    process.stdout.write(`${ticking ? `\r${label} … ` : ''}failed after ${formatDuration(Date.now() - began)}\n`);
    throw error;
  }
}
