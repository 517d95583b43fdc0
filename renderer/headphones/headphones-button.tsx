import { useState, type ReactElement } from 'react';
import { useStatus } from '../client/session-store.ts';
import { SessionDialog } from '../room/session/session-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { HeadphonesDialog } from './choice.tsx';

/** One press from the session to the choice of headphones. */
export function HeadphonesButton({ label }: { readonly label: string }): ReactElement {
  const output = useStatus()?.output ?? null;
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button disabled={output === null} onClick={() => setChoosing(true)}>
        {label}
      </Button>
      {choosing && output !== null ? (
        <HeadphonesDialog output={output} frame={SessionDialog} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  );
}
