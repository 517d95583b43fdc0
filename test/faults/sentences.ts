import assert from 'node:assert/strict';
import { openingText } from '../../renderer/i18n/failure.ts';
import { lookUp, startCatalogue } from '../../renderer/i18n/i18n.ts';

startCatalogue();

/** What a check found has its own sentence in the catalogue, as a finding or as a failure. */
export function assertSaid(code: string): void {
  const text = lookUp(`finding.${code}`, {}) ?? lookUp(`failure.${code}.say`, {});
  assert.ok(text !== null, `"${code}" has no sentence`);
}

/** Why a record does not open has words of its own, and a way on. */
export function assertSaidOfOpening(code: string): void {
  const { say, next } = openingText(code);
  assert.ok(say !== code && !say.startsWith('Not saved'), `"${code}" has no sentence for an opening`);
  assert.ok(next.endsWith('.') && !next.includes(code), `"${code}" has no way on`);
}
