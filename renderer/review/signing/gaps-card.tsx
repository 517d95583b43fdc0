import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { SignNotice } from '../../../shared/session/sign-bodies.ts';
import type { SignGap } from '../../../shared/session/sign-missing.ts';
import type { Session } from '../../../shared/session/state.ts';
import { useRoom } from '../../client/room-context.ts';
import { useShell } from '../../client/shell-context.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ActFailure } from './act-failure.tsx';
import styles from './signing.module.css';

export interface GapsCardProps {
  readonly session: Pick<Session, 'sessionId'>;
  readonly gaps: readonly SignGap[];
  readonly open: readonly SignNotice[];
}

/** What is required and missing, with the way to where it is entered; and what stands open and is signed as such. */
export function GapsCard({ session, gaps, open }: GapsCardProps): ReactElement | null {
  const { t } = useTranslation();
  const shell = useShell();
  const { store } = useRoom();
  const [failure, setFailure] = useState<Failure | null>(null);
  const enter = async (): Promise<void> => {
    const answer = await store.open(session.sessionId);
    if (answer.ok) shell.go('session');
    else setFailure(answer);
  };
  return (
    <>
      {gaps.length === 0 ? null : (
        <Banner
          tone="amber"
          actions={
            <Button tone="primary" onClick={() => void enter()}>
              {t('signing.toSession')}
            </Button>
          }
        >
          <strong>{t('signing.missing')}</strong>
          <ul className={styles.list}>
            {gaps.map((gap) => (
              <li key={gap}>{t(`signing.gap.${gap}`)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {open.length === 0 ? null : (
        <Banner tone="calm">
          <strong>{t('signing.openTitle')}</strong>
          <ul className={styles.list}>
            {open.map((one) => (
              <li key={one}>{t(`signing.open.${one}`)}</li>
            ))}
          </ul>
        </Banner>
      )}
      <ActFailure failure={failure} />
    </>
  );
}
