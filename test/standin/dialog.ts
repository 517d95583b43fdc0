import { host } from './host.ts';
import { strict } from './strict.ts';

/** Answers that a harness has laid ready, first in first out, and the questions asked so far. */
export const dialogs = { answers: [] as object[], asked: [] as { kind: string; options: unknown }[] };

/** Without a harness there is nobody to ask: the question goes to stderr and is answered as if the box had been closed. */
function ask<Answer extends object>(
  kind: string,
  args: readonly unknown[],
  closed: (options: Record<string, unknown>) => Answer,
): Promise<Answer> {
  const options = (args.at(-1) ?? {}) as Record<string, unknown>;
  dialogs.asked.push({ kind, options: JSON.parse(JSON.stringify(options)) });
  const answer = dialogs.answers.shift();
  // A harness lays ready what the box it expects gives back.
  if (answer !== undefined) return Promise.resolve(answer as Answer);
  if (!host.hooked)
    process.stderr.write(
      `[stand-in] No box can be shown here. ${JSON.stringify([options['title'], options['message']])}\n`,
    );
  return Promise.resolve(closed(options));
}

export const dialog = strict('dialog', {
  showMessageBox: (...args: unknown[]) =>
    ask('showMessageBox', args, ({ cancelId }) => ({ response: Number(cancelId ?? 0), checkboxChecked: false })),
  showOpenDialog: (...args: unknown[]) =>
    ask('showOpenDialog', args, () => ({ canceled: true, filePaths: [] as string[] })),
  showSaveDialog: (...args: unknown[]) => ask('showSaveDialog', args, () => ({ canceled: true, filePath: '' })),
  showErrorBox(title: string, content: string): void {
    dialogs.asked.push({ kind: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}: ${content}\n`);
  },
});
