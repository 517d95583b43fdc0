import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import type { CheckState } from '../../../shared/session/preparation-state.ts';
import { Button } from '../../ui/button.tsx';
import { ActProblem, useAct } from './act.tsx';
import { CheckSecond } from './check-second.tsx';
import { CheckValue } from './check-value.tsx';
import { itemWords, valueWords } from './check-words.ts';
import { initials, timeOfDay } from './format.ts';
import { authorInitials, staffName, useStaff } from './staff.ts';
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
  const act = useAct();
  const given = session.checks[list][item.id] ?? null;
  const set = (answer: Answer | null, value: string | null) =>
    void act.run({ type: 'answerCheck', list, itemId: item.id, answer, value });
  const stopped = given !== null && item.stops !== null && given.answer === item.stops;
  return (
    <li
      className={styles.row}
      data-answered={given !== null}
      data-stops={stopped}
      data-good={item.answer === 'yesNo' ? (item.stops === 'no' ? 'yes' : 'no') : undefined}
      data-under={item.onlyIf !== null}
    >
      <span className={styles.words}>
        {itemWords(item)}
        {item.required ? null : <span className={styles.optional}> {t('session.checks.optional')}</span>}
        {stopped ? <strong className={styles.stopped}>{t('session.checks.stops')}</strong> : null}
      </span>
      {given === null ? null : <AnsweredBy given={given} stopped={stopped} />}
      <div className={styles.answers} role="group" aria-label={itemWords(item)}>
        {item.answer === 'value' ? (
          <Value item={item} given={given} busy={act.busy} onSet={set} />
        ) : (
          answersOf[item.answer].map((answer) => (
            <Button
              key={answer}
              pressed={given?.answer === answer}
              disabled={act.busy}
              onClick={() => set(given?.answer === answer ? null : answer, null)}
            >
              {t(`session.checks.answers.${answer}`)}
            </Button>
          ))
        )}
      </div>
      {item.secondPerson && given !== null && given.checkerId === null ? (
        <CheckSecond list={list} item={item} answeredBy={given.author} />
      ) : null}
      <ActProblem act={act} />
    </li>
  );
}

/** When and by whom; a second person's initials behind the first's. */
function AnsweredBy({ given, stopped }: { readonly given: CheckState; readonly stopped: boolean }): ReactElement {
  const staff = useStaff();
  const by = authorInitials(staff, given.author);
  const second = given.checkerId === null ? '' : ` + ${initials(staffName(staff, given.checkerId))}`;
  return (
    <span className={styles.by}>
      <span aria-hidden="true">{stopped ? '▲' : '✓'} </span>
      {timeOfDay(given.at)} {by}
      {second}
    </span>
  );
}

interface ValueProps {
  readonly item: CheckItem;
  readonly given: CheckState | null;
  readonly busy: boolean;
  readonly onSet: (answer: Answer | null, value: string | null) => void;
}

/** The value as it was kept, or the field for it. What is changed is typed again: the old answer stays in the record. */
function Value({ item, given, busy, onSet }: ValueProps): ReactElement {
  const { t } = useTranslation();
  const [again, setAgain] = useState(false);
  if (given !== null && !again) {
    return (
      <>
        <strong className={styles.value}>{valueWords(item, given.value ?? '', given.at)}</strong>
        <Button onClick={() => setAgain(true)}>{t('session.checks.change')}</Button>
      </>
    );
  }
  return (
    <CheckValue
      label={itemWords(item)}
      form={item.value ?? { kind: 'text' }}
      busy={busy}
      onValue={(value) => {
        setAgain(false);
        onSet('value', value);
      }}
    />
  );
}
