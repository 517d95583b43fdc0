import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import type { CheckState } from '../../../shared/session/preparation-state.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { ActProblem, useAct } from './act.tsx';
import { itemWords } from './check-words.ts';
import { timeOfDay } from './format.ts';
import { authorInitials, useStaff } from './staff.ts';
import { useView } from './view.ts';
import styles from './check-row.module.css';

type Answer = NonNullable<CheckState['answer']>;

/** What each kind of item is answered with; one press each. */
const answersOf = {
  done: ['done'],
  yesNo: ['yes', 'no'],
  offered: ['accepted', 'declined'],
  value: [],
} as const satisfies Record<CheckItem['answer'], readonly Answer[]>;

export interface CheckRowProps {
  readonly list: 'preChecks' | 'recovery';
  readonly item: CheckItem;
}

/** One item of a checklist: one press answers, the same press takes it back; who and when stand beside it. */
export function CheckRow({ list, item }: CheckRowProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const staff = useStaff();
  const act = useAct();
  const given = session.checks[list][item.id] ?? null;
  const set = (answer: Answer | null, value: string | null) =>
    act.run({ type: 'answerCheck', list, itemId: item.id, answer, value });
  const by = given === null ? null : authorInitials(staff, given.author);
  return (
    <li className={styles.row} data-answered={given !== null} data-no={given?.answer === 'no'}>
      <span className={styles.words}>
        {itemWords(item)}
        {item.required ? null : <span className={styles.optional}> {t('session.checks.optional')}</span>}
      </span>
      {given === null ? null : (
        <span className={styles.by}>
          <span aria-hidden="true">{given.answer === 'no' ? '▲' : '✓'} </span>
          {timeOfDay(given.at)} {by}
        </span>
      )}
      <div className={styles.answers} role="group" aria-label={itemWords(item)}>
        {item.answer === 'value' ? (
          <ValueAnswer label={itemWords(item)} given={given} onSet={set} />
        ) : (
          answersOf[item.answer].map((answer) => (
            <Button
              key={answer}
              pressed={given?.answer === answer}
              disabled={act.busy}
              onClick={() => void set(given?.answer === answer ? null : answer, null)}
            >
              {t(`session.checks.answers.${answer}`)}
            </Button>
          ))
        )}
      </div>
      <ActProblem act={act} />
    </li>
  );
}

interface ValueAnswerProps {
  readonly label: string;
  readonly given: CheckState | null;
  readonly onSet: (answer: Answer | null, value: string | null) => Promise<boolean>;
}

function ValueAnswer({ label, given, onSet }: ValueAnswerProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  if (given !== null) {
    return (
      <>
        <strong className={styles.value}>{given.value}</strong>
        <Button
          onClick={() => {
            setText(given.value ?? '');
            void onSet(null, null);
          }}
        >
          {t('session.checks.change')}
        </Button>
      </>
    );
  }
  const save = () => (text.trim() === '' ? undefined : void onSet('value', text.trim()));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput aria-label={label} value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('common.save')}
      </Button>
    </form>
  );
}
