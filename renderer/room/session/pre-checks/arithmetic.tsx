import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orderFindings, orderProducts, rounded } from '../../../../shared/order/arithmetic.ts';
import type { Order } from '../../../../shared/session/preparation-bodies.ts';
import { lookUp } from '../../../i18n/i18n.ts';
import { useView } from '../view.ts';
import styles from './order.module.css';

/** The order multiplied out, beside what was entered. It compares and never proposes. */
export function Arithmetic({ order }: { readonly order: Order }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { plannedMs } = session;
  const products = orderProducts(order, plannedMs);
  const findings = orderFindings(order, plannedMs);
  const rows = [
    t('session.order.sum.mg', { mgPerKg: order.mgPerKg, weightKg: order.weightKg, mg: rounded(products.mg) }),
    t('session.order.sum.ml', { mg: order.mg, concentration: order.concentrationMgPerMl, ml: rounded(products.ml) }),
    t('session.order.sum.time', {
      ml: rounded(products.ml),
      rate: order.rateMlPerHour,
      minutes: rounded(products.infusionMs / 60_000),
      planned: plannedMs / 60_000,
    }),
  ];
  return (
    <div className={styles.sums} aria-live="polite">
      {rows.map((row) => (
        <p key={row}>{row}</p>
      ))}
      {findings.length === 0 ? (
        <p className={styles.agrees}>
          <span aria-hidden="true">✓ </span>
          {t('session.order.agrees')}
        </p>
      ) : (
        findings.map((finding) => (
          <p key={finding.code} className={styles.finding}>
            <span aria-hidden="true">! </span>
            {lookUp(`blocker.${finding.code}`, finding.params) ?? finding.code}
          </p>
        ))
      )}
    </div>
  );
}
