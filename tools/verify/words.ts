import type { CheckReport } from '../../electron/record/client-types.ts';
import { failureText } from '../../renderer/i18n/failure.ts';
import { findingWords, momentWords } from '../../renderer/i18n/finding-words.ts';
import { lookUp, startCatalogue } from '../../renderer/i18n/i18n.ts';
import type { Failure } from '../../shared/ipc/answer.ts';

/** The sentences of the app's own screens. */
startCatalogue();

/** What a check found, a sentence a line. */
export function reportWords(report: CheckReport): readonly string[] {
  const rows = report.checkedRows;
  if (report.findings.length === 0) return [text('record.health.check.good', { rows })];
  return [
    text('record.health.check.bad', { rows }),
    ...report.findings.map((finding) => `- ${findingWords(finding)}`),
    ...firstWords(report),
  ];
}

/** Why nothing could be checked, and what to do. */
export function failureWords(failure: Failure): string {
  const { say, next } = failureText(failure);
  return `${say} ${next}`;
}

function firstWords({ firstBadSeq: seq, firstBad }: CheckReport): readonly string[] {
  if (seq === null || firstBad === null) return [];
  const about = text(`record.health.about.${firstBad.about}`, {});
  return [
    firstBad.at === null
      ? text('record.health.check.firstUnknown', { seq, about })
      : text('record.health.check.first', { seq, about, when: momentWords(firstBad.at) }),
  ];
}

function text(key: string, params: Readonly<Record<string, string | number>>): string {
  return lookUp(key, params) ?? key;
}
