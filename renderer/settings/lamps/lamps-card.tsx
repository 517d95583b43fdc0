import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LampHealth } from '../../../shared/lights/setup.ts';
import { zonesByHand } from '../../../shared/lights/setup.ts';
import { zoneNames } from '../../../shared/lights/scene.ts';
import { useNow } from '../../client/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { lampWords } from './health-words.ts';
import type { Asked, Listed } from './lamps-screen.tsx';
import styles from './lamps.module.css';

export interface ListProps {
  readonly listed: Listed;
  readonly health: LampHealth;
  readonly running: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** The lamps by zone, each with its state; where there are none, what the app does instead. */
export function LampsCard({ listed, health, running, onAsk }: ListProps): ReactElement {
  const { t } = useTranslation();
  const { lamps, connections } = listed.setup;
  const byHand = zonesByHand(lamps).map((zone) => t(`lamps.zone.${zone}`));
  const now = useNow().wallMs;
  return (
    <Card title={t('lamps.lamp.list')} className={styles.card}>
      {lamps.length === 0 ? (
        <>
          <p>{t('lamps.empty.say')}</p>
          <p className={styles.soft}>{t('lamps.empty.text')}</p>
          {connections.length === 0 ? <p className={styles.soft}>{t('lamps.empty.next')}</p> : null}
        </>
      ) : null}
      {zoneNames.map((zone) => {
        const here = lamps.filter((lamp) => lamp.zone === zone);
        if (here.length === 0) return null;
        return (
          <section key={zone} aria-label={t(`lamps.zone.${zone}`)}>
            <h3 className={styles.zone}>{t(`lamps.zone.${zone}`)}</h3>
            <ul>
              {here.map((lamp) => {
                const lost = health.lamps.find(({ id }) => id === lamp.id)?.lost ?? null;
                const on = connections.find(({ id }) => id === lamp.connectionId)?.name ?? '';
                return (
                  <li key={lamp.id} className={styles.entry}>
                    <div className={styles.words}>
                      <strong>{lamp.name}</strong>
                      <span className={lost === null ? styles.soft : styles.lost}>
                        {lost === null ? null : <span aria-hidden="true">◆ </span>}
                        {lampWords(lost, now, t)}
                      </span>
                      <span className={styles.soft}>{on}</span>
                    </div>
                    <Button
                      disabled={running}
                      aria-label={t('lamps.lamp.edit', { name: lamp.name })}
                      onClick={() => onAsk({ what: 'lamp', id: lamp.id })}
                    >
                      {t('lamps.lamp.editShort')}
                    </Button>
                    <Button
                      aria-label={t('lamps.lamp.removeOf', { name: lamp.name })}
                      onClick={() => onAsk({ what: 'removeLamp', id: lamp.id })}
                    >
                      {t('lamps.connection.remove')}
                    </Button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {lamps.length === 0 || byHand.length === 0 ? null : (
        <p className={styles.soft}>{t('lamps.byHand', { zones: byHand.join(', ') })}</p>
      )}
      {connections.length === 0 ? null : (
        <div className={styles.foot}>
          <Button tone="primary" disabled={running} onClick={() => onAsk({ what: 'lamp', id: null })}>
            {t('lamps.lamp.add')}
          </Button>
        </div>
      )}
    </Card>
  );
}
