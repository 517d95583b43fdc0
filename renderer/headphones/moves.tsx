import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import styles from './headphones.module.css';

/** What this computer does with the sound in the moment in which headphones are pulled out, where that is not nothing, and the way to mend it. */
export function Moves(): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const asked = useRequest('output.moves', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isUnderway, setUnderway] = useState(false);
  const moves = asked.data?.moves ?? 'no';
  const keep = async (): Promise<void> => {
    setUnderway(true);
    const answer = await client.request('output.keep', {});
    setUnderway(false);
    setFailure(answer.ok ? null : answer);
    asked.again();
  };
  if (moves === 'no') return null;
  return (
    <>
      <p className={styles.soft} role="status">
        {t(`headphones.moves.${moves}`)}
      </p>
      {moves === 'briefly' ? (
        <div className={styles.acts}>
          <Button disabled={isUnderway} onClick={() => void keep()}>
            {t('headphones.keep')}
          </Button>
        </div>
      ) : null}
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
    </>
  );
}
