import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openBand, type OpenBand } from '../../../../shared/session/attention.ts';
import { attentionLevels } from '../../../../shared/vitals/attention-levels.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { symptomWords } from '../reading/words.ts';
import { useLocked, useView } from '../view.ts';
import { ActDialog } from './act-dialog.tsx';
import { bandCompared, bandValues } from './band-words.ts';
import { SymptomsDialog } from './symptoms-dialog.tsx';
import styles from './attention.module.css';

/** The one band that asks for an answer: what lies in it, against what, the clinic's own words, and the answer itself. */
export function BandQuestion(): ReactElement | null {
  const { session, protocol } = useView();
  const open = openBand(session, protocol);
  return open === null ? null : <Question key={open.band.seq} open={open} />;
}

function Question({ open }: { readonly open: OpenBand }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const press = usePress();
  const locked = useLocked();
  const [asking, setAsking] = useState<'symptoms' | 'act' | null>(null);
  const { level, readingId, symptoms } = open.band;
  const { sign, answer } = attentionLevels[level];
  const instruction = protocol.bands.instructions[level];
  const time = timeOfDay(open.reading.takenAt);
  return (
    <section
      className={classes(styles.question, styles[level])}
      aria-label={t('attention.label')}
      role={level === 'red' ? 'alert' : 'status'}
    >
      <div className={styles.head}>
        <p className={styles.level}>
          <span aria-hidden="true">{sign}</span> {t(`attention.level.${level}`)}
        </p>
        {locked ? null : <p className={styles.values}>{bandValues(t, open)}</p>}
        <p className={styles.soft}>
          {locked
            ? t('attention.locked', { time })
            : [time, bandCompared(t, session, open)].filter((word) => word !== null).join(' · ')}
        </p>
      </div>
      <div className={styles.words}>
        <SymptomsLine open={open} />
        {instruction === null ? null : (
          <p className={styles.instruction}>{t('attention.instruction', { text: instruction })}</p>
        )}
      </div>
      <div className={styles.actions}>
        {answer === 'press' ? (
          <Button tone="primary" onClick={() => press({ type: 'seeBand', readingId })}>
            {t((open.reading.parts?.symptoms?.length ?? 0) > 0 ? 'attention.seenWith' : 'attention.seen')}
          </Button>
        ) : (
          <Button tone="primary" onClick={() => setAsking('act')}>
            {t('attention.act')}
          </Button>
        )}
        {symptoms === null ? <Button onClick={() => setAsking('symptoms')}>{t('attention.symptoms')}</Button> : null}
      </div>
      {asking === 'act' ? <ActDialog readingId={readingId} onClose={() => setAsking(null)} /> : null}
      {asking === 'symptoms' ? <SymptomsDialog readingId={readingId} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}

/** What the patient has, as somebody said by now; else the question. A locked screen tells nothing of the reading. */
function SymptomsLine({ open: { band, reading } }: { readonly open: OpenBand }): ReactElement | null {
  const { t } = useTranslation();
  const locked = useLocked();
  const entered = locked || reading.parts === null ? null : symptomWords(t, reading.parts);
  const said = band.symptoms ?? entered;
  // A symptom alone stands above already, as what lies in the band.
  if (band.fields.length === 0 && said === entered && said !== null) return null;
  return <p>{said === null ? t('attention.askSymptoms') : <strong>{said}</strong>}</p>;
}
