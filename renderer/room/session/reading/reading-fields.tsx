import { useId, useRef, useState, type Dispatch, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Keypad, typed, type KeypadKey } from '../../../ui/keypad.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { useRoom } from '../../../client/room-context.ts';
import { useShortcut } from '../../../client/shortcuts.ts';
import { OxygenChoice, SedationChoice, TakenAt } from './reading-choices.tsx';
import { numberFields, type EntryAction, type NumberFieldName, type ReadingEntry } from './reading-entry.ts';
import { problemWords } from './words.ts';
import styles from './reading.module.css';

const large = ['systolic', 'diastolic', 'spo2', 'pulse'] as const satisfies readonly NumberFieldName[];
const units = { systolic: 'mmHg', diastolic: 'mmHg', spo2: 'percent', pulse: 'perMinute' } as const;

export interface ReadingFieldsProps {
  readonly entry: ReadingEntry;
  readonly dispatch: Dispatch<EntryAction>;
  /** Takes the focus when it appears: where the form is what the nurse came for. */
  readonly autoFocus: boolean;
  /** Further buttons at the end of the second row. */
  readonly extra: ReactNode;
}

/** The fields of a reading. Enter walks to the next field and, in the last, asks for the echo; Tab works as everywhere. */
export function ReadingFields({ entry, dispatch, autoFocus, extra }: ReadingFieldsProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState<NumberFieldName>('systolic');
  const [padOpen, setPadOpen] = useState(false);

  const inputs = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[inputmode]') ?? [])];
  const focusField = (field: NumberFieldName) => inputs()[numberFields.indexOf(field)]?.focus();
  useShortcut('r', t('session.keys.reading'), () => focusField('systolic'));
  const setText = (field: NumberFieldName, text: string) =>
    dispatch({ type: 'text', field, text, nowMs: clock.now().wallMs });
  const next = (field: NumberFieldName) => {
    const following = numberFields[numberFields.indexOf(field) + 1];
    if (following === undefined) form.current?.requestSubmit();
    else focusField(following);
  };
  const onKeyDown = (event: KeyboardEvent, field: NumberFieldName) => {
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    next(field);
  };
  const onPad = (key: KeypadKey) => {
    if (key === 'next') return next(current);
    setText(current, typed(entry.texts[current], key));
    focusField(current);
  };
  const field = (name: NumberFieldName, index: number) => (
    <NumberField
      key={name}
      label={t(`readings.field.${name}`)}
      unit={name === 'respirations' ? null : t(`readings.unit.${units[name]}`)}
      text={entry.texts[name]}
      onText={(text) => setText(name, text)}
      invalid={entry.problems.some((problem) => problem.field === name)}
      errorId={errorId}
      autoFocus={autoFocus && index === 0}
      onFocus={() => setCurrent(name)}
      onKeyDown={(event) => onKeyDown(event, name)}
      compact={name === 'respirations'}
    />
  );

  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'submit' });
      }}
    >
      <div className={styles.large}>
        {large.map(field)}
        <Button type="submit" tone="primary" className={styles.save}>
          {t('readings.save')} <span aria-hidden="true">⏎</span>
        </Button>
      </div>
      <div className={styles.row}>
        {field('respirations', 4)}
        <SedationChoice entry={entry} dispatch={dispatch} />
        <OxygenChoice entry={entry} dispatch={dispatch} />
        <TakenAt entry={entry} dispatch={dispatch} />
        <Button pressed={padOpen} onClick={() => setPadOpen(!padOpen)}>
          <span className="heard">{t('readings.keypad')} </span>123
        </Button>
        {extra}
      </div>
      {entry.problems.length === 0 ? null : (
        <p id={errorId} role="alert" className={styles.problems}>
          <span aria-hidden="true">▲ </span>
          {entry.problems.map((problem) => problemWords(t, problem)).join(' ')}
        </p>
      )}
      {padOpen ? (
        <div className={styles.pad}>
          <Keypad
            label={t('readings.keypad')}
            backLabel={t('readings.keypadBack')}
            nextLabel={t('readings.keypadNext')}
            onKey={onPad}
          />
        </div>
      ) : null}
    </form>
  );
}
