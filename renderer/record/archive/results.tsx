import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PushData, RequestData } from '../../../shared/ipc/contract.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { sizeText } from './figures.ts';

type Result = PushData<'jobEnded'>['result'];

/** An archive that was written. */
export function Written({
  result,
  leftOut,
}: {
  readonly result: Result;
  readonly leftOut: RequestData<'archive.export'>['leftOut'];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Banner tone="done">
      <p>{t('record.archive.written', { ...result, size: sizeText(Number(result['bytes'])) })}</p>
      <p>{t('record.archive.writtenNext')}</p>
      {leftOut.length === 0 ? null : (
        <>
          <p>{t('record.archive.leftOut')}</p>
          <ul>
            {leftOut.map(({ patientName, createdAt }) => (
              <li key={createdAt}>
                {t('record.archive.leftOutOne', {
                  name: patientName ?? t('record.archive.practice'),
                  day: dayOf(createdAt),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  );
}

/** An archive that was taken in. */
export function TakenIn({ result }: { readonly result: Result }): ReactElement {
  const { t } = useTranslation();
  const conflicts = Number(result['conflicts']);
  return (
    <Banner tone="done">
      <p>{result['events'] === 0 ? t('record.archive.takenNothing') : t('record.archive.taken', { ...result })}</p>
      {conflicts === 0 ? null : <p>{t('record.archive.takenConflicts', { count: conflicts })}</p>}
    </Banner>
  );
}
