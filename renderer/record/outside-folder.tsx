import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Failure } from '../../shared/ipc/answer.ts';
import type { BackupsStatus } from '../../shared/ipc/backups.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { timeOfDay } from '../i18n/format.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { momentWords, sizeWords } from './copy-words.ts';
import styles from './record.module.css';
import { useJob } from './use-job.ts';

type Outside = BackupsStatus['outside'];

/** The folder of the clinic's own that copies go on to; that it is away is an everyday event. */
export function OutsideFolder({
  outside,
  changed,
}: {
  readonly outside: Outside;
  readonly changed: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [result, setResult] = useState<Failure | { readonly free: number } | 'asking' | null>(null);
  const ask = async <T,>(work: () => Promise<Answer<T>>, good: (data: T) => void): Promise<void> => {
    setResult('asking');
    const answer = await work();
    setResult(answer.ok ? null : answer);
    if (answer.ok) good(answer.data);
    changed();
  };
  const choosing = useJob('backupFolder');
  const choose = (): void => {
    setResult(null);
    void choosing.begin(() => client.request('backups.chooseFolder', {}));
  };
  const { folder } = outside;
  return (
    <section className={styles.card} aria-label={t('record.backups.outside.label')}>
      <h3>{t('record.backups.outside.label')}</h3>
      <OutsideWords outside={outside} />
      <OutsideResult result={choosing.state.kind === 'failed' ? choosing.state.failure : result} />
      <div className={styles.row}>
        <Button disabled={result === 'asking'} onClick={choose}>
          {t(folder === null ? 'record.backups.outside.choose' : 'record.backups.outside.change')}
        </Button>
        {folder === null ? null : (
          <>
            <Button
              disabled={result === 'asking'}
              onClick={() =>
                void ask(
                  () => client.request('backups.tryFolder', {}),
                  ({ freeBytes }) => setResult({ free: freeBytes }),
                )
              }
            >
              {t('record.backups.outside.try')}
            </Button>
            <Button
              tone="quiet"
              disabled={result === 'asking'}
              onClick={() =>
                void ask(
                  () => client.request('backups.leaveFolder', {}),
                  () => undefined,
                )
              }
            >
              {t('record.backups.outside.leave')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function OutsideWords({ outside }: { readonly outside: Outside }): ReactElement {
  const { t } = useTranslation();
  const { folder, lastGood, problem, nextTry, busy } = outside;
  if (folder === null) return <p className={styles.soft}>{t('record.backups.outside.none')}</p>;
  const words =
    lastGood === null
      ? t('record.backups.outside.never', { folder })
      : t('record.backups.outside.last', { folder, when: momentWords(lastGood) });
  const { say } = failureText({ kind: 'unavailable', code: problem ?? '', params: {} });
  return (
    <>
      <p>{words}</p>
      {busy ? <p className={styles.soft}>{t('record.backups.outside.sending', { folder })}</p> : null}
      {problem === null || nextTry === null ? null : (
        <Banner tone="calm">{t('record.backups.outside.away', { say, time: timeOfDay(nextTry) })}</Banner>
      )}
    </>
  );
}

function OutsideResult({
  result,
}: {
  readonly result: Failure | { readonly free: number } | 'asking' | null;
}): ReactElement | null {
  const { t } = useTranslation();
  if (result === null || result === 'asking') return null;
  if ('free' in result)
    return <Banner tone="done">{t('record.backups.outside.tried', { free: sizeWords(result.free) })}</Banner>;
  const { say, next } = failureText(result);
  return (
    <Banner tone="amber">
      <p>{say}</p>
      <p>{next}</p>
    </Banner>
  );
}
