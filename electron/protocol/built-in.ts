import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';

/** One fixed version until the clinic makes its own: the same content, the same hash. */
export const builtInProtocol = defaultProtocol(
  Date.UTC(2026, 10, 21),
  'Stillroom default, to be reviewed by the clinic',
);
