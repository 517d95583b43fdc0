import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../../../shared/session/call-state.ts';
import { formatElapsed } from '../../../../shared/time/format.ts';
import { useShell } from '../../../client/shell-context.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { usePress } from '../act.tsx';
import { useLocked } from '../view.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { takeBackLeftS } from './take-back.ts';
import styles from './strip.module.css';

export interface CallChipProps {
  readonly call: CallState;
  readonly isNewest: boolean;
  readonly ageMs: number;
}

/** A doctor was called and has not answered: how long ago, and what came of it. */
export function CallChip({ call, isNewest, ageMs }: CallChipProps): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  const shell = useShell();
  const locked = useLocked();
  const [answering, setAnswering] = useState(false);
  const { callId } = call;
  const leftS = takeBackLeftS(ageMs);
  return (
    <div className={classes(styles.older, isNewest && styles.grows)}>
      <span className={styles.waits}>
        <span aria-hidden="true">◷ </span>
        {t('events.call.waiting', { time: formatElapsed(ageMs) })}
      </span>
      <span className={styles.presses}>
        {/* What was said and ordered takes a name: somebody signs in first. */}
        <Button onClick={locked ? shell.askSignIn : () => setAnswering(true)}>{t('events.call.answered')}</Button>
        {isNewest && leftS <= 0 ? (
          <Button onClick={() => press({ type: 'missCall', callId })}>{t('events.call.missed')}</Button>
        ) : null}
        {leftS > 0 ? (
          <Button onClick={() => press({ type: 'takeBackCall', callId })}>
            {t('events.takeBack', { seconds: leftS })}
          </Button>
        ) : null}
      </span>
      {answering ? <AnswerDialog callId={callId} onClose={() => setAnswering(false)} /> : null}
    </div>
  );
}
