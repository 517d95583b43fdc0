import { createContext, useCallback, useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { CommandEnvelope, SessionCommand } from '../../../shared/session/command.ts';
import { isUnsaved } from '../../client/outbox.ts';
import { useCommand } from '../../client/session-store.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** One form's way to the record: what is on its way, and why the last press was not taken. */
export interface Act {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** True once the entry is on disk, or held until the disk takes it: then it shows where it belongs, marked. */
  readonly run: (command: SessionCommand, as?: CommandEnvelope['as']) => Promise<boolean>;
  readonly clear: () => void;
}

/** Sends commands and keeps the last failure for the form to show. */
export function useAct(): Act {
  const send = useCommand();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (command: SessionCommand, as?: CommandEnvelope['as']) => {
      setBusy(true);
      const answer = await send(command, as);
      setBusy(false);
      const taken = answer.ok || isUnsaved(answer);
      setFailure(taken ? null : answer);
      return taken;
    },
    [send],
  );
  return { busy, failure, run, clear: () => setFailure(null) };
}

/** Presses outside of forms (music, lights, events) share one act, and one place for what went wrong: the notices. */
export const PressContext = createContext<Act | null>(null);

/** The act that all presses outside of forms share. */
export function usePressAct(): Act {
  const act = useContext(PressContext);
  if (act === null) throw new Error('usePressAct outside of PressContext');
  return act;
}

/** One press, one command; a failure shows in the notices. */
export function usePress(): (command: SessionCommand) => void {
  const { run } = usePressAct();
  return useCallback((command) => void run(command), [run]);
}

/** Why a press was not taken, and what to do next. */
export function ActProblem({ act }: { readonly act: Pick<Act, 'failure' | 'clear'> }): ReactElement | null {
  const { t } = useTranslation();
  if (act.failure === null) return null;
  const { say, next } = failureText(act.failure);
  return (
    <Banner tone="red" actions={<Button onClick={act.clear}>{t('common.close')}</Button>}>
      <strong>{say}</strong> {next}
    </Banner>
  );
}
