import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { Button } from '../../ui/button.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { ActProblem, useAct } from './act.tsx';

export interface CommandDialogProps {
  readonly title: string;
  /** Words of the button that sends. */
  readonly act: string;
  /** Null while something that is needed is still missing. */
  readonly command: SessionCommand | null;
  readonly onClose: () => void;
  readonly place?: 'middle' | 'side';
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A few questions, then one command. It closes once the entry is on disk and stays open, filled in, until then. */
export function CommandDialog(props: CommandDialogProps): ReactElement {
  const { title, act: actLabel, command, onClose, place = 'side', wide = false, children } = props;
  const { t } = useTranslation();
  const act = useAct();
  const send = async () => {
    if (command !== null && (await act.run(command))) onClose();
  };
  return (
    <SessionDialog
      title={title}
      place={place}
      wide={wide}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={command === null || act.busy} onClick={() => void send()}>
            {actLabel}
          </Button>
        </>
      }
    >
      {children}
      <ActProblem act={act} />
    </SessionDialog>
  );
}
