import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type Dispatch,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { measures, type Measure } from '../../../../shared/vitals/measures.ts';
import type { Meant } from '../../../../shared/vitals/meant.ts';
import type { SedationScale } from '../../../../shared/vitals/reading.ts';
import { useRoom } from '../../../client/room-context.ts';
import { useShortcut } from '../../../client/shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { Keypad, typed, type KeypadKey } from '../../../ui/keypad.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { isEmpty, type ReadingEntry } from './entry-state.ts';
import { OFFER_KEY } from './offer.tsx';
import type { EntryAction } from './reading-entry.ts';
import { Refused } from './refused.tsx';
import { SedationChoice } from './sedation-choice.tsx';
import { StaleQuestion } from './stale-question.tsx';
import { StandingChoice } from './standing-choice.tsx';
import { SymptomChoice } from './symptom-choice.tsx';
import { useFieldWalk } from './use-field-walk.ts';
import styles from './reading.module.css';

const large = ['systolic', 'diastolic', 'spo2', 'pulse'] as const satisfies readonly Measure[];
const units = { systolic: 'mmHg', diastolic: 'mmHg', spo2: 'percent', pulse: 'perMinute' } as const;
type PanelName = 'pad' | 'sedation' | 'symptoms' | 'standing';

export interface ReadingFieldsProps {
  readonly entry: ReadingEntry;
  readonly dispatch: Dispatch<EntryAction>;
  readonly scale: SedationScale;
  /** What was probably meant by what is refused; null where nothing is offered. */
  readonly meant: Meant | null;
  /** Takes the focus when it appears: where the form is what the nurse came for, or comes back to. */
  readonly autoFocus: boolean;
  /** The field that a digit at the echo went on typing in; null otherwise. */
  readonly resumeAt: Measure | null;
  /** Further buttons at the end of the second row. */
  readonly extra: ReactNode;
}

/** The fields of a reading: numbers above, then what is told in presses. See `useFieldWalk` for the way by keyboard. */
export function ReadingFields({
  entry,
  dispatch,
  scale,
  meant,
  autoFocus,
  resumeAt,
  extra,
}: ReadingFieldsProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState<Measure>('systolic');
  const [panel, setPanel] = useState<PanelName | null>(null);
  const moment = () => ({ nowMs: clock.now().wallMs, rate: clock.rate() });
  const opener = (name: PanelName) => ({
    open: panel === name,
    onOpen: (open: boolean) => setPanel(open ? name : null),
  });
  const focusPart = (part: 'sedation' | 'symptoms' | 'save') =>
    form.current?.querySelector<HTMLElement>(`[data-part=${part}]`)?.focus();
  const { focusField, onText, onNext, onKeyDown, onPaste } = useFieldWalk({
    form,
    texts: entry.texts,
    setText: (field, text) => dispatch({ type: 'text', field, text, ...moment() }),
    paste: (text) => dispatch({ type: 'paste', text, ...moment() }),
    onEnd: () => {
      if (entry.sedation === null) setPanel('sedation');
      focusPart('sedation');
    },
  });
  useShortcut('r', t('session.keys.reading'), () => focusField('systolic'));
  // Back from the echo, or refused: at the field that it is about, else at the first empty one.
  const [problem] = entry.problems;
  const comeBack = useEffectEvent(() => {
    const open = resumeAt ?? measures.find((field) => entry.texts[field] === '');
    if (problem !== undefined) focusField(problem.field);
    else if (!isEmpty(entry)) focusField(open ?? 'respirations');
    else if (autoFocus) focusField('systolic');
  });
  useEffect(() => comeBack(), []);
  useEffect(() => {
    if (problem !== undefined && problem.code !== 'notWhole') focusField(problem.field);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only where another problem is found
  }, [problem?.code, problem?.field]);

  const onPad = (key: KeypadKey) => {
    if (key === 'next') return onNext(current);
    focusField(current);
    onText(current, typed(entry.texts[current], key));
  };
  const submit = () => {
    setPanel(null);
    dispatch({ type: 'submit', ...moment() });
  };
  const take = () => {
    if (meant !== null) dispatch({ type: 'take', texts: meant.typed, ...moment() });
  };
  const numberField = (name: Measure) => (
    <NumberField
      key={name}
      label={t(`readings.field.${name}`)}
      unit={name === 'respirations' ? null : t(`readings.unit.${units[name]}`)}
      text={entry.texts[name]}
      onText={(text) => onText(name, text)}
      invalid={entry.problems.some((one) => one.field === name)}
      errorId={errorId}
      onFocus={() => {
        setCurrent(name);
        setPanel((open) => (open === 'pad' ? open : null));
      }}
      onPaste={onPaste}
      onKeyDown={(event) => (event.key === OFFER_KEY ? take() : onKeyDown(event, name))}
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
        submit();
      }}
    >
      <StaleQuestion
        entry={entry}
        onStill={(takenNow) => dispatch({ type: 'still', takenNow, nowMs: moment().nowMs })}
        onClear={() => dispatch({ type: 'clear' })}
      />
      <div className={styles.large}>
        {large.map(numberField)}
        <Button type="submit" tone="primary" data-part="save" className={styles.save}>
          {t('readings.save')} <span aria-hidden="true">⏎</span>
        </Button>
      </div>
      <div className={styles.row}>
        {numberField('respirations')}
        <SedationChoice
          scale={scale}
          value={entry.sedation}
          {...opener('sedation')}
          onChoose={(value, byKey) => {
            dispatch({ type: 'sedation', value, ...moment() });
            if (byKey) focusPart(entry.symptoms === null ? 'symptoms' : 'save');
          }}
        />
        <SymptomChoice
          value={entry.symptoms}
          {...opener('symptoms')}
          onChoose={(value) => dispatch({ type: 'symptoms', value, ...moment() })}
          onNoneByKey={() => {
            dispatch({ type: 'symptoms', value: [], ...moment() });
            submit();
          }}
        />
        <StandingChoice
          standing={entry.standing}
          {...opener('standing')}
          onChange={(change) => dispatch({ type: 'standing', change })}
        />
        <Button pressed={panel === 'pad'} onClick={() => setPanel(panel === 'pad' ? null : 'pad')}>
          <span className="heard">{t('readings.keypad')} </span>123
        </Button>
        {extra}
      </div>
      <Refused entry={entry} errorId={errorId} meant={meant} onTake={take} />
      {panel === 'pad' ? (
        <div className={styles.panel}>
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
