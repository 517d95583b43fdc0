import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { StaffContext, useStaffList } from '../room/session/staff.ts';
import { TopBar } from '../room/shell/top-bar.tsx';
import { panels } from './panels.ts';
import styles from './record.module.css';

/** The record as a thing to look after: whether it is whole, its copies, its keys, what is kept how long. */
export function RecordScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  const running = status.liveSessionId !== null;
  const staff = useStaffList(status.signedIn?.staffId ?? null);
  return (
    <div className={styles.page} data-theme={running ? undefined : 'daylight'}>
      <TopBar title={t('record.title')} />
      <StaffContext value={staff}>
        <main className={styles.columns}>
          {panels.map(({ name, Panel }) => (
            <Panel key={name} status={status} />
          ))}
        </main>
      </StaffContext>
    </div>
  );
}
