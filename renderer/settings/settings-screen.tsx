import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { TopBar } from '../room/shell/top-bar.tsx';

/** Settings of this room. */
export function SettingsScreen(_: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  return <TopBar title={t('start.settings')} />;
}
