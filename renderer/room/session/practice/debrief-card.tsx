import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { debriefOf, type DebriefLine } from '../../../../shared/practice/debrief.ts';
import { planOf } from '../../../../shared/practice/facts.ts';
import { formatElapsed } from '../../../../shared/time/format.ts';
import { Card } from '../../../ui/card.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import styles from './practice.module.css';

/** After a practice: what came up and when it was recorded. Facts to talk about, no mark. */
export function DebriefCard(): ReactElement | null {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  if (planOf(session) === null || session.started === null) return null;
  const lines = debriefOf(session, protocol);
  const wallAt = (lifeMs: number): number => session.life.at.wallMs - (session.life.ms - lifeMs);
  return (
    <Card title={t('practice.debrief.title')}>
      <p className={styles.soft}>{t('practice.debrief.text')}</p>
      <div className={styles.debrief}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('practice.debrief.when')}</th>
              <th scope="col">{t('practice.debrief.what')}</th>
              <th scope="col">{t('practice.debrief.recorded')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.came}-${line.atMs}`}>
                <td>{timeOfDay(wallAt(line.atMs))}</td>
                <td>{t(`practice.debrief.came.${line.came}`)}</td>
                <td className={line.did.length === 0 ? styles.soft : undefined}>{recorded(line, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Nearer than this is told as the same time, ms. */
const SAME_MS = 5_000;

function recorded({ atMs, did }: DebriefLine, t: TFunction): string {
  if (did.length === 0) return t('practice.debrief.nothing');
  return did
    .map((one) => {
      const what = t(`practice.debrief.did.${one.what}`);
      const byMs = one.atMs - atMs;
      if (Math.abs(byMs) < SAME_MS) return t('practice.debrief.atOnce', { what });
      const time = formatElapsed(Math.abs(byMs));
      return byMs > 0 ? t('practice.debrief.after', { what, time }) : t('practice.debrief.before', { what, time });
    })
    .join(', ');
}
