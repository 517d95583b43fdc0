import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { practicePaces } from '../../../../shared/practice/pace.ts';
import { useRate } from '../../../client/clock.ts';
import { useRoom } from '../../../client/room-context.ts';
import { failureText } from '../../../i18n/failure.ts';
import { Select } from '../../../ui/field.tsx';
import { useView } from '../view.ts';
import styles from './practice.module.css';

/** How fast the practice runs; main turns it back to the real pace when something comes up. */
export function PaceChoice(): ReactElement {
  const { t } = useTranslation();
  const { client } = useRoom();
  const rate = useRate();
  const { session } = useView();
  const [failed, setFailed] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const choose = async (times: string): Promise<void> => {
    const pace = practicePaces.find((one) => String(one) === times);
    if (pace === undefined) return;
    // What was chosen stands at once; the clock is heard of a moment later.
    setAsked(times);
    const answer = await client.request('practice.pace', { sessionId: session.sessionId, pace });
    setFailed(answer.ok ? null : failureText(answer).say);
    setAsked(null);
  };
  return (
    <label className={styles.pace} title={t('practice.paceHint')}>
      <span className={styles.name}>{failed ?? t('practice.pace')}</span>
      <Select value={asked ?? String(rate)} onChange={(event) => void choose(event.target.value)}>
        {offered(rate).map((times) => (
          <option key={times} value={String(times)}>
            {t('practice.paceOf', { times })}
          </option>
        ))}
      </Select>
    </label>
  );
}

/** The paces there are, and the one that runs where the whole app runs faster. */
function offered(now: number): readonly number[] {
  const paces: readonly number[] = practicePaces;
  return paces.includes(now) ? paces : [...paces, now];
}
