import { useEffect, useState } from 'react';
import type { SendingView } from '../../../shared/ipc/sending.ts';
import { useClient } from '../../client/room-context.ts';

/** How it stands with the clinic's server, as main told it last; null until main has told. */
export function useSending(): SendingView | null {
  const client = useClient();
  const [view, setView] = useState<SendingView | null>(null);
  useEffect(() => {
    const end = client.onPush('sending', setView);
    void client.request('sending.read', {}).then((answer) => {
      // A push that came meanwhile is newer.
      if (answer.ok) setView((old) => old ?? answer.data.view);
    });
    return end;
  }, [client]);
  return view;
}
