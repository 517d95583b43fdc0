import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { useStaff } from '../staff.ts';
import { useView } from '../view.ts';
import { Arithmetic } from './arithmetic.tsx';
import { decimal, orderEntryOf, orderNumbers, readOrder, type OrderNumber } from './order-entry.ts';
import styles from './order.module.css';

/** The order as the prescriber gave it and the nurse drew it up. */
export function OrderForm({ onEntered }: { readonly onEntered: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const prescribers = useStaff().filter((member) => member.active && member.role === 'clinician');
  const act = useAct();
  const weight = session.checks.preChecks['weightToday']?.value ?? null;
  const [entry, setEntry] = useState(() => orderEntryOf(session.order?.order ?? null, weight));
  const [tried, setTried] = useState(false);
  const read = readOrder(entry);
  const wrong = 'wrong' in read ? read.wrong : [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('order' in read && (await act.run({ type: 'enterOrder', order: read.order }))) onEntered();
  };
  const errorOf = (name: string, text: string) => {
    if (!wrong.includes(name) || (!tried && text === '')) return null;
    return text === '' ? t('session.order.missing') : t('session.order.wrong', { text });
  };
  const number = (name: OrderNumber) => (
    <Field key={name} label={t(`session.order.fields.${name}`)} error={errorOf(name, entry.numbers[name])}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          className={styles.number}
          value={entry.numbers[name]}
          onChange={(event) => setEntry({ ...entry, numbers: { ...entry.numbers, [name]: event.target.value } })}
        />
      )}
    </Field>
  );
  return (
    <Card title={t('session.order.title')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.grid}>
          <Field label={t('session.order.fields.drug')} error={errorOf('drug', entry.drug)}>
            {(control) => (
              <TextInput
                {...control}
                value={entry.drug}
                maxLength={80}
                onChange={(event) => setEntry({ ...entry, drug: event.target.value })}
              />
            )}
          </Field>
          {orderNumbers.map(number)}
        </div>
        <div className={styles.two}>
          <Segmented
            label={t('session.order.fields.route')}
            options={(['iv', 'im', 'sc'] as const).map((value) => ({
              value,
              label: t(`session.order.routes.${value}`),
            }))}
            value={entry.route}
            onChange={(route) => setEntry({ ...entry, route })}
          />
          <Field label={t('session.order.fields.prescriber')} error={errorOf('prescriber', entry.prescriber)}>
            {(control) => (
              <TextInput
                {...control}
                list="prescribers"
                maxLength={120}
                value={entry.prescriber}
                onChange={(event) => setEntry({ ...entry, prescriber: event.target.value })}
              />
            )}
          </Field>
        </div>
        <datalist id="prescribers">
          {prescribers.map((member) => (
            <option key={member.staffId} value={member.name} />
          ))}
        </datalist>
        {orderNumbers.every((name) => decimal(entry.numbers[name]) !== null) && 'order' in read ? (
          <Arithmetic order={read.order} />
        ) : null}
        <ActProblem act={act} />
        <div className={styles.foot}>
          {session.order === null ? null : <Button onClick={onEntered}>{t('common.cancel')}</Button>}
          <Button type="submit" tone="primary" disabled={act.busy}>
            {t('session.order.enter')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
