import { expect, it } from 'vitest';
import { defaultProtocol, fitProtocol } from '../../../shared/protocol/default-protocol.ts';
import { protocolChanges } from '../../../shared/review/protocol-changes.ts';

const MINUTE = 60_000;
const own = defaultProtocol(0, 'Clinic');

it('another length alone is no difference, and neither are number, author and dates', () => {
  const later = { ...own, version: 4, author: 'Somebody', madeAt: 5, bands: { ...own.bands, setAt: 9, setBy: 'x' } };
  const { changes, cues } = protocolChanges(fitProtocol(own, 40 * MINUTE), later);
  expect([changes, cues]).toEqual([[], []]);
});

it('tells what says something else, cues by themselves', () => {
  const [first, ...rest] = own.cues;
  const today = { ...own, version: 2, recoveryMs: 90 * MINUTE, cues: rest };
  const { changes, cues } = protocolChanges(own, today);
  expect(changes).toEqual([{ path: ['recoveryMs'], from: own.recoveryMs, to: 90 * MINUTE }]);
  expect(cues).toEqual([{ type: 'removed', cue: first }]);
});
