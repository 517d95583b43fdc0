import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { Button } from '../../ui/button.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { ActProblem, useAct } from './act.tsx';
import type { SignedAct } from './someone-else.tsx';

export interface CommandDialogProps {
  readonly title: string;
  /** Words of the button that sends. */
  readonly act: string;
  /** Null while something that is needed is still missing. */
  readonly command: SessionCommand | null;
  readonly onClose: () => void;
  readonly place?: 'middle' | 'side';
  readonly wide?: boolean;
  /** Where somebody else may enter it: the form's own act, which it shows beside its fields. */
  readonly by?: SignedAct;
  readonly children: ReactNode;
}

/** Why it was not taken is not left below the edge of a long form. */
function intoView(problem: HTMLElement | null): void {
  problem?.scrollIntoView({ block: 'nearest' });
}

/** A few questions, then one command. It closes once the entry is on disk and stays open, filled in, until then. */
export function CommandDialog(props: CommandDialogProps): ReactElement {
  const { title, act: actLabel, command, onClose, place = 'side', wide = false, by, children } = props;
  const { t } = useTranslation();
  const own = useAct();
  const act = by ?? own;
  const unsigned = by?.entrant.isOpen === true && !by.entrant.isReady;
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
          <Button tone="primary" disabled={command === null || act.busy || unsigned} onClick={() => void send()}>
            {actLabel}
          </Button>
        </>
      }
    >
      {children}
      {act.failure === null ? null : (
        <div ref={intoView}>
          <ActProblem act={act} />
        </div>
      )}
    </SessionDialog>
  );
}
