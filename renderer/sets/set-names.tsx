import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnSet } from '../../shared/music/own-sets.ts';
import type { MusicSet } from '../../shared/music/set.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import styles from './sets.module.css';

export interface SetNamesProps {
  readonly own: readonly OwnSet[];
  readonly builtIn: readonly MusicSet[];
  /** The one on the screen; null where it is new or there is none. */
  readonly openId: string | null;
  readonly onOwn: (set: OwnSet) => void;
  readonly onBuiltIn: (set: MusicSet) => void;
  readonly onNew: () => void;
}

/** Every set by name: the clinic's own, then the built-in ones. */
export function SetNames({ own, builtIn, openId, onOwn, onBuiltIn, onNew }: SetNamesProps): ReactElement {
  const { t } = useTranslation();
  const name = (id: string, title: string, count: number, open: () => void) => (
    <li key={id}>
      <Button className={styles.name} pressed={id === openId} onClick={open}>
        <strong>{title}</strong>
        <br />
        <span className={styles.soft}>{t('musicSets.tracks', { count })}</span>
      </Button>
    </li>
  );
  return (
    <div className={styles.column}>
      <Card title={t('musicSets.own')}>
        {own.length === 0 ? <p className={styles.soft}>{t('musicSets.ownNone')}</p> : null}
        <ul className={styles.names}>
          {own.map((set) => name(set.id, set.title, set.entries.length, () => onOwn(set)))}
          <li>
            <Button className={styles.name} onClick={onNew}>
              + {t('musicSets.newSet')}
            </Button>
          </li>
        </ul>
      </Card>
      <Card title={t('musicSets.builtIn')}>
        <ul className={styles.names}>
          {builtIn.map((set) => name(set.id, set.title, set.tracks.length, () => onBuiltIn(set)))}
        </ul>
      </Card>
    </div>
  );
}
