import type { Outcome } from './outcome.ts';
import type { Verified } from './record-file.ts';

export interface Summary {
  readonly outcome: Outcome;
  readonly verified: readonly Verified[];
  readonly pictures: number;
  readonly tookMs: number;
  readonly rate: number;
}

/** `14:05`, in the clinic's own zone. */
export function clockTime(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

const row = (name: string, words: string): string => `  ${name.padEnd(24)}${words}`;

/** The lines that the demo closes with. */
export function summaryLines({ outcome, verified, pictures, tookMs, rate }: Summary): readonly string[] {
  const { moments, readings, cues, tracks } = outcome;
  const startedAt = moments.find(({ name }) => name === 'Infusion started')?.at ?? null;
  const since = (at: number): string =>
    startedAt === null || at < startedAt ? '' : `  +${Math.round((at - startedAt) / 60_000)} min`;
  const phases = tracks.byPhase.map(({ phase, started }) => `${phase} ${started}`).join(', ');
  return [
    ...moments.map(({ name, at }) => row(name, `${clockTime(at)}${since(at)}`)),
    row('Readings on time', `${readings.onTime} of ${readings.due}`),
    row('Cues', `${cues.sent} of ${cues.of} sent, ${cues.failed} failed, ${cues.passed} passed`),
    row('Tracks begun', `${tracks.started}, ${tracks.failed} failed (of their phase: ${phases})`),
    ...verified.map(({ file, rows, findings }) =>
      row(`Chain of ${file}`, findings.length === 0 ? `verified, ${rows} rows` : `NOT WHOLE: ${findings.join(', ')}`),
    ),
    row('Pictures', String(pictures)),
    row('Took', `${(tookMs / 1000).toFixed(1)} s at ${rate} times real time`),
  ];
}
