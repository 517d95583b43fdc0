import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { spaceIsLow, type Health } from '../../shared/record/health.ts';
import { findingWords, momentWords } from '../i18n/finding-words.ts';
import { dayOf, sizeOf } from '../i18n/format.ts';
import styles from './record.module.css';

/** The facts that the one line rests on. */
export function HealthFacts({ health }: { readonly health: Health }): ReactElement {
  const { t } = useTranslation();
  const { backup, verify, anchor, found } = health;
  const facts: readonly (readonly [string, string])[] = [
    [
      t('record.health.row.backup'),
      backup === null
        ? t('record.health.never')
        : t('record.health.backupWith', { when: momentWords(backup.at), seq: backup.seq }),
    ],
    [t('record.health.row.verify'), verify === null ? t('record.health.never') : checkWords(t, verify)],
    [
      t('record.health.row.entries'),
      t('record.health.entriesOf', { entries: health.entries, sessions: health.sessions }),
    ],
    [t('record.health.row.size'), health.sizeBytes === null ? '–' : sizeOf(health.sizeBytes)],
    [t('record.health.row.free'), freeWords(t, health)],
    [t('record.health.row.key'), keyWords(t, health.key)],
    [
      t('record.health.row.anchors'),
      anchor === null
        ? t('record.health.anchorNone')
        : t('record.health.anchorNewest', { when: momentWords(anchor.at), seq: anchor.seq }),
    ],
    [
      t('record.health.row.found'),
      found.length === 0 ? t('record.health.nothingFound') : found.map(findingWords).join(' '),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function checkWords(t: TFunction, check: NonNullable<Health['verify']>): string {
  const params = { when: momentWords(check.at), rows: check.rows };
  return check.findings.length === 0 ? t('record.health.verifyGood', params) : t('record.health.verifyBad', params);
}

function freeWords(t: TFunction, health: Health): string {
  if (health.freeBytes === null) return '–';
  const size = sizeOf(health.freeBytes);
  return spaceIsLow(health) ? t('record.health.freeLow', { size }) : size;
}

function keyWords(t: TFunction, key: Health['key']): string {
  if (key === null) return '–';
  const kept = key.keychain && key.passphrase ? 'both' : key.keychain ? 'keychain' : 'passphrase';
  const recovery =
    key.recoveryMadeAt === null
      ? t('record.health.key.noRecovery')
      : t('record.health.key.recovery', { day: dayOf(key.recoveryMadeAt) });
  return t(`record.health.key.${kept}`) + recovery;
}
