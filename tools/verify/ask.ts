import process from 'node:process';
import { createInterface } from 'node:readline';

/**
 * Asks for a secret on the terminal without showing what is typed. Where the input is no terminal, its first line is
 * taken. Null where there is none, or the question was left with Ctrl+C.
 */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line;
    return null;
  }
  process.stderr.write(question);
  const typed = await typedUnseen();
  process.stderr.write('\n');
  return typed;
}

function typedUnseen(): Promise<string | null> {
  const input = process.stdin;
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  return new Promise((resolve) => {
    let text = '';
    const end = (answer: string | null): void => {
      input.setRawMode(false);
      input.pause();
      input.off('data', hear);
      resolve(answer);
    };
    const hear = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(text);
        if (key === '\u0003' || key === '\u0004') return end(null);
        text = key === '\u007f' || key === '\b' ? text.slice(0, -1) : text + key;
      }
    };
    input.on('data', hear);
  });
}
