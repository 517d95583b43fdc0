import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../../client/use-request.ts';
import styles from './intake.module.css';

/** The intention of a session, for who may read it; nothing where there is none. `round` asks anew when it rises. */
export function Intention({ sessionId, round }: { readonly sessionId: string; readonly round: number }): ReactElement {
  return <Asked key={round} sessionId={sessionId} />;
}

function Asked({ sessionId }: { readonly sessionId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useRequest('intake.intention', { sessionId });
  if (data === null || (data.intention === null && !data.hidden)) return null;
  const { intention } = data;
  return (
    <p className={styles.part}>
      <span className={styles.soft}>{t('intake.intention.label')}</span>{' '}
      {intention === null ? (
        t('intake.intention.hidden')
      ) : (
        <>
          “{intention.text}”{' '}
          <span className={styles.soft}>
            ({t(`intake.intention.${intention.readers}`)},{' '}
            {intention.inExport ? t('intake.intention.exported') : t('intake.intention.notExported')})
          </span>
        </>
      )}
    </p>
  );
}
