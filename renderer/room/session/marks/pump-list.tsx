import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { pumpHistory } from '../../../../shared/session/pump-history.ts';
import type { PumpNote } from '../../../../shared/session/pump-state.ts';
import { ActProblem, useAct, type Act } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { authorInitials, useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import { factWords, noteWords } from './pump-words.ts';
import { Withdraw } from './withdraw.tsx';
import styles from './marks.module.css';

/** Everything that was reported of the pump, newest first: start, rates, pauses, totals, stop. */
export function PumpList(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const facts = pumpHistory(session).toReversed();
  return (
    <>
      <h3 className={styles.heading}>{t('pump.sofar')}</h3>
      {facts.length === 0 ? <p>{t('pump.none')}</p> : null}
      <ul className={styles.list} aria-label={t('pump.sofar')}>
        {facts.map((fact) => (
          <li key={`${fact.kind} ${fact.kind === 'note' ? fact.note.noteId : fact.lifeMs}`} className={styles.line}>
            <span className={styles.lineTime}>{timeOfDay(fact.at)}</span>
            {fact.kind === 'note' ? (
              <NoteLine note={fact.note} act={act} />
            ) : (
              <span className={styles.lineWords}>{factWords(t, fact)}</span>
            )}
          </li>
        ))}
      </ul>
      <ActProblem act={act} />
    </>
  );
}

function NoteLine({ note, act }: { readonly note: PumpNote; readonly act: Act }): ReactElement {
  const { t } = useTranslation();
  const staff = useStaff();
  const { noteId, pressedLifeMs, withdrawn } = note;
  const words = noteWords(t, note);
  if (withdrawn !== null) {
    return (
      <span className={styles.lineWords}>
        <s>{words}</s> {withdrawn.reason}
      </span>
    );
  }
  return (
    <>
      <span className={styles.lineWords}>
        {[words, authorInitials(staff, note.author)].filter((word) => word !== null).join(', ')}
      </span>
      <Withdraw
        what={words}
        pressedLifeMs={pressedLifeMs}
        takeBack={{ type: 'takeBackPumpNote', noteId }}
        withdraw={(reason) => ({ type: 'withdrawPumpNote', noteId, reason })}
        act={act}
      />
    </>
  );
}
