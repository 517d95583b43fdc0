import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MusicSet } from '../../../../shared/music/set.ts';
import { openChoice } from '../../../../shared/intake/choice.ts';
import { musicMode, noneFromUs } from '../../../../shared/intake/wish.ts';
import { can } from '../../../../shared/session/can.ts';
import { useClient } from '../../../client/room-context.ts';
import { Card } from '../../../ui/card.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { useView } from '../view.ts';
import styles from './pre-checks.module.css';

interface OfferedSet {
  readonly musicHash: string;
  readonly set: MusicSet;
}

/** The set the patient picked, or another one for today. */
export function MusicChoice(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const client = useClient();
  const act = useAct();
  const choice = session.intake.choice ?? openChoice(session.intake.language ?? 'en');
  const mode = noneFromUs(choice.music) ? musicMode(session.musicHash, choice) : 'set';
  const [sets, setSets] = useState<readonly OfferedSet[]>([]);
  useEffect(() => {
    let gone = false;
    void client.request('music.sets', {}).then((answer) => {
      if (!gone && answer.ok) setSets(answer.data.sets);
    });
    return () => {
      gone = true;
    };
  }, [client]);
  return (
    <Card title={t('session.wishes.music')}>
      <div className={styles.sets} role="group" aria-label={t('session.wishes.music')}>
        {sets.map(({ musicHash, set }) => (
          <button
            key={musicHash}
            type="button"
            className={styles.set}
            aria-pressed={musicHash === session.musicHash}
            disabled={!can(session).chooseMusic || act.busy}
            onClick={() => void act.run({ type: 'chooseMusic', musicHash, title: set.title })}
          >
            <strong>
              {musicHash === session.musicHash ? <span aria-hidden="true">✓ </span> : null}
              {set.title}
            </strong>
            <span>{set.description}</span>
          </button>
        ))}
        {(['quiet', 'ownPhone'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.set}
            aria-pressed={mode === kind}
            disabled={!can(session).keepIntake || act.busy}
            onClick={() =>
              void act.run({ type: 'keepIntake', by: 'staff', choice: { ...choice, music: { kind } }, music: null })
            }
          >
            <strong>
              {mode === kind ? <span aria-hidden="true">✓ </span> : null}
              {t(`intake.wishes.${kind}`)}
            </strong>
            <span>{t(`intake.wishes.${kind}Hint`)}</span>
          </button>
        ))}
      </div>
      <ActProblem act={act} />
    </Card>
  );
}
