import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Copy, CopyPlace } from '../../shared/ipc/backups.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';
import { useRequest } from '../client/use-request.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { momentWords, sizeWords } from './copy-words.ts';
import styles from './record.module.css';
import { UnlockCopies } from './unlock-copies.tsx';
import { useJob } from './use-job.ts';

type Found = RequestData<'restore.list'>;

interface CopyChoiceProps {
  readonly outside: string | null;
  readonly foreign: boolean;
  readonly onLook: (where: CopyPlace, copy: Copy) => void;
}

/** Copies that may be restored, from this computer, the clinic's folder, or one that somebody picks. */
export function CopyChoice({ outside, foreign, onLook }: CopyChoiceProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const picking = useJob('restorePick');
  const [chosen, setChosen] = useState<CopyPlace | null>(foreign ? null : 'here');
  const where = picking.state.kind === 'done' ? 'pick' : chosen;
  const choose = (place: CopyPlace): void => {
    picking.clear();
    setChosen(place);
  };
  const place = (name: CopyPlace, label: string) => (
    <Button pressed={where === name} onClick={() => choose(name)}>
      {label}
    </Button>
  );
  return (
    <>
      <div className={styles.row} role="group" aria-label={t('record.backups.restore.from')}>
        {foreign ? null : place('here', t('record.backups.restore.here'))}
        {foreign || outside === null ? null : place('outside', t('record.backups.restore.outside'))}
        <Button pressed={where === 'pick'} onClick={() => void picking.begin(() => client.request('restore.pick', {}))}>
          {t(foreign ? 'record.backups.elsewhere.choose' : 'record.backups.restore.pick')}
        </Button>
      </div>
      {where === null ? null : <CopiesIn key={where} where={where} onLook={(copy) => onLook(where, copy)} />}
    </>
  );
}

function CopiesIn({
  where,
  onLook,
}: {
  readonly where: CopyPlace;
  readonly onLook: (copy: Copy) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('restore.list', { where });
  if (failure !== null) {
    const { say, next } = failureText(failure);
    return (
      <Banner tone="amber">
        <p>{say}</p>
        <p>{next}</p>
      </Banner>
    );
  }
  return data === null ? <p>{t('common.loading')}</p> : <FoundCopies found={data} onOpened={again} onLook={onLook} />;
}

function FoundCopies({
  found,
  onOpened,
  onLook,
}: {
  readonly found: Found;
  readonly onOpened: () => void;
  readonly onLook: (copy: Copy) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const newest = found.copies[0];
  if (found.folder === null) return null;
  if (newest === undefined) return <p>{t('record.backups.restore.empty')}</p>;
  if (found.ways !== null) return <UnlockCopies stem={newest.stem} ways={found.ways} onOpened={onOpened} />;
  return (
    <ul className={styles.card}>
      {found.copies.map((copy) => (
        <li key={copy.stem} className={styles.row}>
          <span>
            <strong>{momentWords(copy.createdAt)}</strong>
            <br />
            <span className={styles.soft}>
              {t(`record.backups.reason.${copy.reason}`)}, {sizeWords(copy.size)}
            </span>
          </span>
          <Button
            aria-label={`${t('record.backups.restore.look')}: ${momentWords(copy.createdAt)}`}
            onClick={() => onLook(copy)}
          >
            {t('record.backups.restore.look')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
