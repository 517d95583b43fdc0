import type { TFunction } from 'i18next';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { aldrete, aldreteFrom, aldreteParts } from '../../../../shared/scales/aldrete.ts';
import { padss, padssFrom, padssParts } from '../../../../shared/scales/padss.ts';
import { scoreOf } from '../../../../shared/scales/scale.ts';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { can } from '../../../../shared/session/can.ts';
import { valuesForLeaving, type LeavingPart, type LeavingValues } from '../../../../shared/session/leaving-reading.ts';
import { lookUp } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { useViewNow } from '../view.ts';
import styles from './recovery.module.css';

const scales = {
  aldrete: { scale: aldrete, from: aldreteFrom, parts: aldreteParts },
  padss: { scale: padss, from: padssFrom, parts: padssParts },
} as const;

/** Which values an item was read from, and how old each is: `blood pressure of 12:02 (3 min ago)`. */
function sourceWords(
  t: TFunction,
  scale: keyof typeof scales,
  itemId: string,
  values: LeavingValues | null,
  nowMs: number,
): string {
  const parts: Readonly<Record<string, readonly LeavingPart[]>> = scales[scale].parts;
  const words = (parts[itemId] ?? []).flatMap((part) => {
    const takenAt = values?.from[part]?.takenAt;
    if (takenAt === undefined) return [];
    const minutes = Math.max(0, Math.round((nowMs - takenAt) / 60_000));
    return t(`leaving.value.${part}`, { time: timeOfDay(takenAt), minutes });
  });
  return words.join(', ');
}

/** The discharge score: what readings say is filled in, the rest is asked, and the nurse judges. */
export function ScoreCard(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const act = useAct();
  const { scale: id, fitFrom } = protocol.dischargeScore;
  const { scale } = scales[id];
  const [own, setOwn] = useState<Readonly<Record<string, number>>>({});
  const values = valuesForLeaving(session);
  const read = scales[id].from(baselineOf(session)?.parts ?? null, values?.parts ?? null);
  const items = { ...read, ...own };
  const nameOf = (itemId: string) => lookUp(`scale.${id}.${itemId}.name`, {}) ?? itemId;
  const total = scoreOf(scale, items);
  const judge = (judgement: 'fit' | 'notYet') => void act.run({ type: 'score', scale: id, items, judgement });
  return (
    <Card title={t(`session.score.title.${id}`)} className={styles.waking}>
      {scale.items.map((item) => (
        <div key={item.id} className={styles.scoreItem}>
          <Segmented
            label={nameOf(item.id)}
            options={item.scores.map((score) => ({
              value: String(score),
              label: `${score}: ${lookUp(`scale.${id}.${item.id}.${score}`, {}) ?? ''}`,
            }))}
            value={items[item.id] === undefined ? null : String(items[item.id])}
            onChange={(score) => setOwn({ ...own, [item.id]: Number(score) })}
          />
        </div>
      ))}
      <ul className={styles.soft}>
        {values === null || Object.keys(read).length === 0 ? <li>{t('leaving.noReading')}</li> : null}
        {Object.keys(read).map((itemId) => (
          <li key={itemId}>
            {t('leaving.readFrom', { item: nameOf(itemId), from: sourceWords(t, id, itemId, values, now.wallMs) })}
          </li>
        ))}
      </ul>
      <div className={styles.total}>
        <strong>
          {total === null ? t('session.score.open') : t('session.score.total', { total, max: scale.max, fitFrom })}
        </strong>
        <Button disabled={total === null || act.busy || !can(session).score} onClick={() => judge('notYet')}>
          {t('session.score.notYet')}
        </Button>
        <Button
          tone="primary"
          disabled={total === null || act.busy || !can(session).score}
          onClick={() => judge('fit')}
        >
          {t('session.score.fit')}
        </Button>
      </div>
      {session.score === null ? null : (
        <p className={styles.done}>
          <span aria-hidden="true">✓ </span>
          {t('session.score.saved', {
            total: session.score.total,
            time: timeOfDay(session.score.at),
            judgement: t(`session.score.judgement.${session.score.judgement}`),
          })}
        </p>
      )}
      <p className={styles.soft}>{scale.variant}</p>
      <ActProblem act={act} />
    </Card>
  );
}
