import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { needsSecret } from '../../../shared/lights/setup.ts';
import { useNow } from '../../client/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { linkWords } from './health-words.ts';
import type { ListProps } from './lamps-card.tsx';
import styles from './lamps.module.css';

/** What the lamps hang on, and whether it answers. */
export function ConnectionsCard({ listed, health, running, onAsk }: ListProps): ReactElement {
  const { t } = useTranslation();
  const { connections } = listed.setup;
  const now = useNow().wallMs;
  return (
    <Card title={t('lamps.connection.list')} className={styles.card}>
      {connections.length === 0 ? <p className={styles.soft}>{t('lamps.connection.none')}</p> : null}
      <ul>
        {connections.map((connection) => {
          const { id, kind, name, host } = connection;
          const state = health.connections.find((one) => one.id === id)?.health ?? { kind: 'starting' };
          const isLost = state.kind === 'lost';
          return (
            <li key={id} className={styles.entry}>
              <div className={styles.words}>
                <strong>{name}</strong>
                <span className={isLost ? styles.lost : styles.soft}>
                  {isLost ? <span aria-hidden="true">◆ </span> : null}
                  {linkWords(state, now, t)}
                </span>
                <span className={styles.soft}>
                  {t(`lamps.kind.${kind}.name`)}
                  {host === null ? '' : `, ${host}`}
                </span>
              </div>
              <div className={styles.row}>
                <Button
                  disabled={running}
                  aria-label={t('lamps.connection.editOf', { name })}
                  onClick={() => onAsk({ what: 'connection', id })}
                >
                  {t('lamps.connection.edit')}
                </Button>
                {needsSecret(connection) && kind !== 'hue' && isLost ? (
                  <Button onClick={() => onAsk({ what: 'secret', id })}>{t('lamps.connection.secretAnew')}</Button>
                ) : null}
                <Button
                  aria-label={t('lamps.lamp.removeOf', { name })}
                  onClick={() => onAsk({ what: 'removeConnection', id })}
                >
                  {t('lamps.connection.remove')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <Button
          tone={connections.length === 0 ? 'primary' : 'plain'}
          disabled={running}
          onClick={() => onAsk({ what: 'connection', id: null })}
        >
          {t('lamps.connection.add')}
        </Button>
      </div>
    </Card>
  );
}
