import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cuffPlaces, positions, type CuffPlace, type Position } from '../../../../shared/vitals/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { Standing } from './entry-state.ts';
import { Panel } from './panel.tsx';
import { oxygenWords, standingWords } from './words.ts';
import styles from './reading.module.css';

/** Room air and the usual steps of a flow meter, tenths of a litre per minute. */
const oxygenOptions = [0, 10, 20, 30, 40, 60, 80, 100, 150] as const;

export interface StandingChoiceProps {
  readonly standing: Standing;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (change: Partial<Standing>) => void;
}

/** Oxygen, position and arm: they stand from reading to reading, in sight, until one press changes them. */
export function StandingChoice({ standing, open, onOpen, onChange }: StandingChoiceProps): ReactElement {
  const { t } = useTranslation();
  const { oxygenTenths, position, arm } = standing;
  return (
    <div className={styles.choice}>
      <Button aria-expanded={open} onClick={() => onOpen(!open)}>
        <span className="heard">{t('readingParts.standing')} </span>
        <span className={styles.standing}>{standingWords(t, standing) ?? t('readingParts.standingNone')}</span>
      </Button>
      {open ? (
        <Panel label={t('readingParts.standing')} onClose={() => onOpen(false)}>
          <Segmented
            label={t('readingParts.oxygenLabel')}
            options={oxygenOptions.map((tenths) => ({
              value: String(tenths),
              label: tenths === 0 ? oxygenWords(t, 0) : String(tenths / 10),
            }))}
            value={oxygenTenths === null ? null : String(oxygenTenths)}
            onChange={(value) => onChange({ oxygenTenths: Number(value) })}
          />
          <Segmented<Position>
            label={t('readingParts.positionLabel')}
            options={positions.map((value) => ({ value, label: t(`readingParts.position.${value}`) }))}
            value={position}
            onChange={(value) => onChange({ position: value })}
          />
          <Segmented<CuffPlace>
            label={t('readingParts.armLabel')}
            options={cuffPlaces.map((value) => ({ value, label: t(`readingParts.arm.${value}`) }))}
            value={arm}
            onChange={(value) => onChange({ arm: value })}
          />
          <Button tone="primary" onClick={() => onOpen(false)}>
            {t('readingParts.done')}
          </Button>
        </Panel>
      ) : null}
    </div>
  );
}
