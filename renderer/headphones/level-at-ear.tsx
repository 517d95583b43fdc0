import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { heardLevel } from '../../shared/music/gain.ts';
import { dbaAt } from '../../shared/music/hearing.ts';
import type { Session } from '../../shared/session/state.ts';
import { useStatus } from '../client/session-store.ts';

/** What the volume is at the ear: an estimate where the headphones were calibrated, else said to be relative. */
export function LevelAtEar({ music }: { readonly music: Session['music'] }): ReactElement | null {
  const { t } = useTranslation();
  const headphones = useStatus()?.output.headphones ?? null;
  if (headphones === null) return null;
  const level = heardLevel(music);
  if (headphones.fullDbA === null || level === 0) return <>{t('headphones.level.relative')}</>;
  return <>{t('headphones.level.dba', { dba: Math.round(dbaAt(headphones.fullDbA, level * headphones.cap)) })}</>;
}
