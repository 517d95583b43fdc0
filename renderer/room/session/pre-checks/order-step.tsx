import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { milligrams } from '../format.ts';
import { useView } from '../view.ts';
import { Arithmetic } from './arithmetic.tsx';
import { OrderForm } from './order-form.tsx';
import { SecondCheck } from './second-check.tsx';
import styles from './order.module.css';

/** The order: entered, multiplied out, read by a second pair of eyes. */
export function OrderStep(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [editing, setEditing] = useState(session.order === null);
  const standing = session.order;
  if (standing === null || editing) return <OrderForm onEntered={() => setEditing(false)} />;
  const { order } = standing;
  return (
    <Card
      title={t('session.order.title')}
      aside={<Button onClick={() => setEditing(true)}>{t('session.order.change')}</Button>}
    >
      <p className={styles.large}>
        {order.drug} <strong>{milligrams(order.mg)}</strong> {t(`session.order.routes.${order.route}`)}
      </p>
      <p className={styles.soft}>
        {t('session.order.line', {
          concentration: order.concentrationMgPerMl,
          rate: order.rateMlPerHour,
          prescriber: order.prescriber,
        })}
      </p>
      <Arithmetic order={order} />
      <SecondCheck />
    </Card>
  );
}
