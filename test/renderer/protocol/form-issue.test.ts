import { expect, it } from 'vitest';
import { formIssue } from '../../../renderer/protocol/form-issue.ts';
import { withValue } from '../../../shared/protocol/edit-draft.ts';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import type { Draft } from '../../../shared/protocol/form.ts';
import { protocolSchema } from '../../../shared/protocol/schema.ts';

const plain = defaultProtocol(0, 'Clinic') as unknown as Draft;

function issuesAt(path: string, value: Draft): readonly object[] {
  const found = protocolSchema.safeParse(withValue(plain, path.split('.'), value));
  return found.success ? [] : found.error.issues.map(formIssue);
}

it.each([
  ['readingRules.afterPauseMs', 1_000, 'formLeast', { least: '1' }],
  ['readingRules.afterPauseMs', 3 * 3_600_000, 'formMost', { most: '60' }],
  ['dischargeScore.fitFrom', 8.5, 'formWhole', {}],
  ['infusionMs', null, 'formNumber', {}],
  ['title', '', 'formWords', {}],
  ['preChecks.0.label', 'x'.repeat(5_000), 'formLetters', { most: expect.any(Number) }],
])('%s of %s is refused with what is expected there, as the form shows it', (path, value, code, params) => {
  expect(issuesAt(path, value)).toEqual([{ path, code, params }]);
});
