import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approachWishes,
  AVOID_MAX,
  blanketWishes,
  doorWishes,
  eyesWishes,
  noComfort,
  openChoice,
  STOP_SIGN_MAX,
  type Comfort,
} from '../../../../shared/intake/choice.ts';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { percent } from '../format.ts';
import { useView } from '../view.ts';
import styles from './intake.module.css';

const OPEN = '';
/** Darkest lights that are offered to staff; a patient's own, which may lie between, stands as well. */
const levels = [0, 0.1, 0.2, 0.4, 0.6];

/** A change of mind, told to the nurse: how the patient wants to be met and to lie. */
export function ChangeWishes({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { choice, language } = session.intake;
  const before = choice ?? openChoice(language ?? 'en');
  const [comfort, setComfort] = useState<Comfort>(choice?.comfort ?? noComfort);
  const set = (change: Partial<Comfort>) => setComfort((old) => ({ ...old, ...change }));
  const own = before.comfort.darkest;
  const darkest = [...new Set(own === null ? levels : [...levels, own])].toSorted((a, b) => a - b);
  return (
    <CommandDialog
      title={t('intake.change.title')}
      act={t('intake.change.act')}
      command={{ type: 'keepIntake', by: 'staff', choice: { ...before, comfort: tidied(comfort) }, music: null }}
      onClose={onClose}
    >
      <div className={styles.grid}>
        <Pick
          label={t('intake.change.approach')}
          options={approachWishes.map((value) => ({ value, label: t(`intake.comfort.approach.${value}`) }))}
          value={comfort.approach}
          onPick={(approach) => set({ approach })}
        />
        <Pick
          label={t('intake.change.eyes')}
          options={eyesWishes.map((value) => ({ value, label: t(`intake.comfort.eyes.${value}`) }))}
          value={comfort.eyes}
          onPick={(eyes) => set({ eyes })}
        />
        <Pick
          label={t('intake.change.blanket')}
          options={blanketWishes.map((value) => ({ value, label: t(`intake.comfort.blanket.${value}`) }))}
          value={comfort.blanket}
          onPick={(blanket) => set({ blanket })}
        />
        <Pick
          label={t('intake.change.door')}
          options={doorWishes.map((value) => ({ value, label: t(`intake.comfort.door.${value}`) }))}
          value={comfort.door}
          onPick={(door) => set({ door })}
        />
        <Pick
          label={t('intake.change.darkest')}
          options={darkest.map((level) => ({ value: String(level), label: percent(level) }))}
          value={comfort.darkest === null ? null : String(comfort.darkest)}
          onPick={(level) => set({ darkest: level === null ? null : Number(level) })}
        />
      </div>
      <Words
        label={t('intake.change.stopSign')}
        max={STOP_SIGN_MAX}
        text={comfort.stopSign}
        onText={(stopSign) => set({ stopSign })}
      />
      <Words label={t('intake.change.avoid')} max={AVOID_MAX} text={comfort.avoid} onText={(avoid) => set({ avoid })} />
    </CommandDialog>
  );
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null: not said. */
  readonly value: T | null;
  readonly onPick: (value: T | null) => void;
}

function Pick<T extends string>({ label, options, value, onPick }: PickProps<T>): ReactElement {
  const { t } = useTranslation();
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? OPEN}
          onChange={({ target }) => onPick(options.find((one) => one.value === target.value)?.value ?? null)}
        >
          <option value={OPEN}>{t('intake.change.notSaid')}</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface WordsProps {
  readonly label: string;
  readonly max: number;
  readonly text: string | null;
  readonly onText: (text: string) => void;
}

function Words({ label, max, text, onText }: WordsProps): ReactElement {
  return (
    <Field label={label}>
      {(control) => (
        <TextInput {...control} maxLength={max} value={text ?? ''} onChange={({ target }) => onText(target.value)} />
      )}
    </Field>
  );
}

/** Texts as they are kept: nothing typed is nothing said. */
function tidied({ avoid, stopSign, ...rest }: Comfort): Comfort {
  const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
  return { ...rest, avoid: orNull(avoid), stopSign: orNull(stopSign) };
}
