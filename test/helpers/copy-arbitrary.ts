import * as fc from 'fast-check';
import type { SessionCommand } from '../../shared/session/command.ts';
import { copyForms, identityProofs } from '../../shared/session/patient-copy-bodies.ts';
import type { TestRoom } from './session-builder.ts';

type Make = (room: TestRoom) => SessionCommand;

/** A copy is asked for, on that day or earlier, and handed over. */
export const copyCommands: readonly fc.Arbitrary<Make>[] = [
  fc.tuple(fc.integer({ min: -1, max: 40 }), fc.boolean()).map(([days, whole]) => (room) => ({
    type: 'askCopy',
    copyId: room.id(),
    askedAt: room.clock.now().wallMs - days * 86_400_000,
    whole,
  })),
  fc
    .tuple(fc.nat(), fc.constantFrom(...copyForms), fc.constantFrom(...identityProofs))
    .map(([pick, form, identity]) => ({ session: { patientCopies } }) => ({
      type: 'handCopy',
      copyId: patientCopies[pick % Math.max(1, patientCopies.length)]?.copyId ?? 'none',
      form,
      identity,
    })),
];
