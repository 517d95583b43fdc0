import * as fc from 'fast-check';
import type { SessionCommand } from '../../shared/session/command.ts';
import { MINUTE } from './fake-clock.ts';
import type { TestRoom } from './session-builder.ts';

/** What a prescriber decides by telephone before the start, and signs afterwards. */
export const telephoneCommands: readonly fc.Arbitrary<(room: TestRoom) => SessionCommand>[] = [
  fc
    .tuple(fc.constantFrom('start', 'wait', 'override'), fc.nat({ max: 5 }), fc.boolean())
    .map(([what, minutes, isKnown]) => (room) => {
      const by = {
        ...{ kind: 'telephone' as const, prescriber: 'Dr. Lindqvist', readBack: true as const },
        ...(isKnown ? { staffId: 'lindqvist' } : {}),
        at: room.clock.now().wallMs - minutes * MINUTE,
      };
      if (what === 'override') return { type: 'override', reason: 'agreed', by };
      return { type: 'decideGate', decision: what === 'start' ? 'start' : 'wait', reason: 'agreed', by };
    }),
  fc
    .tuple(fc.nat(), fc.constantFrom('lindqvist', 'okafor'), fc.option(fc.constant('away'), { nil: undefined }))
    .map(([pick, staffId, instead]) => ({ session: { telephoned } }) => ({
      ...{ type: 'signTelephoneOrder', staffId, pin: '1234', ...(instead === undefined ? {} : { instead }) },
      decisionSeq: telephoned[pick % Math.max(1, telephoned.length)]?.seq ?? 0,
    })),
];
