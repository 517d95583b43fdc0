import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneLevel, ZoneName } from '../../shared/lights/scene.ts';
import { levelPercent } from '../room/session/format.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Level } from '../ui/level.tsx';
import type { SheetActs } from './use-sheet.ts';
import styles from './cues.module.css';

const kelvins = [1800, 2200, 2700, 3000, 4000] as const;
const others = ['patient', 'task', 'floor'] as const;

export interface ZoneFieldsProps {
  readonly cueId: string;
  readonly zones: readonly ZoneLevel[];
  readonly acts: SheetActs;
}

/** Level and colour of the room, and of every lamp that is set apart from it. */
export function ZoneFields({ cueId, zones, acts }: ZoneFieldsProps): ReactElement {
  const { t } = useTranslation();
  const of = (name: ZoneName): ZoneLevel | null => zones.find(({ zone }) => zone === name) ?? null;
  const room = of('room');
  const change = (zone: ZoneLevel): void => acts.edit({ type: 'zone', cueId, zone }, `zone ${cueId} ${zone.zone}`);
  return (
    <>
      {room === null ? null : <ZoneField light={room} onChange={change} />}
      <div className={styles.bars}>
        <span className={styles.soft}>
          {t('cueSheet.zones')}: {t('cueSheet.zonesHint')}
        </span>
        {others.map((zone) => {
          const light = of(zone);
          const name = t(`cueSheet.lane.${zone}`);
          return light === null ? (
            <Button
              key={zone}
              onClick={() => change({ zone, level: room?.level ?? 0.2, kelvin: room?.kelvin ?? null })}
            >
              {t('cueSheet.setApart', { zone: name })}
            </Button>
          ) : (
            <div key={zone} className={styles.bars}>
              <ZoneField light={light} onChange={change} />
              <Button onClick={() => acts.edit({ type: 'dropZone', cueId, zone })}>
                {t('cueSheet.withRoom', { zone: name })}
              </Button>
            </div>
          );
        })}
      </div>
    </>
  );
}

function ZoneField({
  light,
  onChange,
}: {
  readonly light: ZoneLevel;
  readonly onChange: (light: ZoneLevel) => void;
}): ReactElement {
  const { t } = useTranslation();
  const zone = t(`cueSheet.lane.${light.zone}`);
  const known = [...new Set([...kelvins, ...(light.kelvin === null ? [] : [light.kelvin])])].toSorted((a, b) => a - b);
  return (
    <>
      <span className={styles.soft}>{t('cueSheet.levelNow', { zone, level: levelPercent(light.level) })}</span>
      <Level
        label={t('cueSheet.level', { zone })}
        lessLabel={t('cueSheet.darker', { zone })}
        moreLabel={t('cueSheet.brighter', { zone })}
        value={light.level}
        step={0.01}
        onChange={(level) => onChange({ ...light, level: Math.round(level * 100) / 100 })}
      />
      <Field label={t('cueSheet.colour', { zone })}>
        {(control) => (
          <Select
            {...control}
            value={light.kelvin ?? ''}
            onChange={({ target }) => onChange({ ...light, kelvin: target.value === '' ? null : Number(target.value) })}
          >
            <option value="">{t('cueSheet.colourOwn')}</option>
            {known.map((kelvin) => {
              const named = kelvins.find((one) => one === kelvin);
              return (
                <option key={kelvin} value={kelvin}>
                  {t('cueSheet.kelvin', { kelvin })}
                  {named === undefined ? '' : `, ${t(`cueSheet.kelvinName.k${named}`)}`}
                </option>
              );
            })}
          </Select>
        )}
      </Field>
    </>
  );
}
