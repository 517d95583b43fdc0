import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { ConnectionOf } from '../../shared/lights/lamps.ts';
import type { FhirServer } from '../../shared/sending/server.ts';
import type { LampSecrets } from '../lights/secrets.ts';

/** The token of the clinic's server: kept as the passwords of lamps are, and given to no other address or certificate. */
export interface Tokens {
  /** Null where there is none, it was given for another server, or it cannot be opened now. */
  readonly kept: (server: FhirServer) => Promise<string | null>;
  /** The one that would be used: what was typed, else what is kept. */
  readonly toTry: (server: FhirServer, typed: string | null) => Promise<string | null>;
  /** Keeps what was typed; forgets all where the server asks for none. */
  readonly keep: (server: FhirServer, typed: string | null) => Promise<Answer<Record<string, never>>>;
}

const ID = 'fhir';

/** A server as the store of secrets knows it. */
function connectionOf({ host, certificate }: FhirServer): ConnectionOf<'homeAssistant'> {
  return { kind: 'homeAssistant', id: ID, name: ID, host, encrypted: true, certificate };
}

export function createTokens(secrets: Pick<LampSecrets, 'get' | 'set' | 'remove'>): Tokens {
  const kept = (server: FhirServer): Promise<string | null> => secrets.get(connectionOf(server));
  return {
    kept,
    toTry: async (server, typed) => (server.auth === 'none' ? null : (typed ?? (await kept(server)))),
    keep: async (server, typed) => {
      if (server.auth === 'none') return secrets.remove(ID);
      return typed === null ? success({}) : secrets.set(connectionOf(server), typed);
    },
  };
}
