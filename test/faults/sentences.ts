import assert from 'node:assert/strict';
import { lookUp, startCatalogue } from '../../renderer/i18n/i18n.ts';

startCatalogue();

/** What a check found has its own sentence in the catalogue, as a finding or as a failure. */
export function assertSaid(code: string): void {
  const text = lookUp(`finding.${code}`, {}) ?? lookUp(`failure.${code}.say`, {});
  assert.ok(text !== null, `"${code}" has no sentence`);
}
