import type { Failure } from '../../shared/ipc/answer.ts';
import { lookUp } from './i18n.ts';

/** A failure in words: what happened, and what to do next. */
export interface FailureText {
  readonly say: string;
  readonly next: string;
}

/** The words of a failure: by its code, else by its kind, so that an unknown code still gives a plain sentence. */
export function failureText(failure: Pick<Failure, 'kind' | 'code' | 'params'>): FailureText {
  const params = { ...failure.params, why: issueText(failure.params), code: failure.code };
  const find = (part: keyof FailureText): string =>
    lookUp(`failure.${failure.code}.${part}`, params) ??
    lookUp(`failure.kinds.${failure.kind}.${part}`, params) ??
    lookUp(`failure.unknown.${part}`, params) ??
    failure.code;
  return { say: find('say').trim(), next: find('next') };
}

/** What is wrong with a protocol, where that is the reason. */
function issueText(params: Failure['params']): string {
  return lookUp(`protocolEditor.issue.${params['issue']}`, params) ?? '';
}

/** What the start-up check found, or why the record does not open, in one sentence. */
export function findingText(code: string): string {
  return lookUp(`finding.${code}`, {}) ?? lookUp(`failure.${code}.say`, {}) ?? code;
}

/** Why the record does not open, and what to do: words of its own where an entry that is not saved has the same code. */
export function openingText(code: string): FailureText {
  const failed = failureText({ kind: 'broken', code, params: {} });
  return {
    say: lookUp(`opening.${code}.say`, {}) ?? lookUp(`failure.${code}.say`, {}) ?? findingText(code),
    next: lookUp(`opening.${code}.next`, {}) ?? failed.next,
  };
}
