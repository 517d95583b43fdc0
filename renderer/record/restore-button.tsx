import { useState, type ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

interface RestoreButtonProps {
  readonly label: string;
  readonly foreign: boolean;
  readonly passphraseNeeded: boolean;
}

/** The way back from a copy, where no record is open. */
export function RestoreButton({ label, foreign, passphraseNeeded }: RestoreButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open ? (
        <RestoreDialog
          outside={null}
          foreign={foreign}
          passphraseNeeded={passphraseNeeded}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
