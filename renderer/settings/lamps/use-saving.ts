import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Connection } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import type { ConnectionForm } from './connection-form.ts';

/** How far the saving of a connection is. `tested`: it did not answer, because of `code`. */
export type Saving =
  | { readonly kind: 'idle' | 'testing' | 'saving' }
  | { readonly kind: 'tested'; readonly code: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Saves a connection, where wished only after it answered. Leaving ends a test that is under way. */
export function useSaving(onSaved: (name: string) => void) {
  const client = useClient();
  const [state, setState] = useState<Saving>({ kind: 'idle' });
  useEffect(() => () => void client.request('lights.stop', {}), [client]);

  /** Whether it answers; else what to show. */
  const test = async (connection: Connection, secret: string | null): Promise<Saving | null> => {
    setState({ kind: 'testing' });
    const answer = await client.request('lights.tryConnection', { connection, secret });
    if (answer.ok) return answer.data.health.kind === 'lost' ? { kind: 'tested', code: answer.data.health.code } : null;
    const why = answer.params['why'];
    return answer.code === 'lights.noAnswer' && typeof why === 'string'
      ? { kind: 'tested', code: why }
      : { kind: 'failed', failure: answer };
  };

  const save = async (connection: Connection, form: ConnectionForm, tested: boolean): Promise<void> => {
    const secret = form.secret === '' ? null : form.secret;
    const problem = tested ? await test(connection, secret) : null;
    if (problem !== null) return setState(problem);
    setState({ kind: 'saving' });
    const answer = await client.request('lights.saveConnection', { connection, isNew: form.id === null, secret });
    if (answer.ok) onSaved(connection.name);
    else setState({ kind: 'failed', failure: answer });
  };

  return { state, save, forget: () => setState({ kind: 'idle' }) };
}
