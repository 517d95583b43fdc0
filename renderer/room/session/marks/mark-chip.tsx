import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severities } from '../../../../shared/session/care-bodies.ts';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { isComplaint, isOpen } from '../../../../shared/session/mark-kinds.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { takeBackLeftS } from './take-back.ts';
import styles from './strip.module.css';

/** The event of the moment: what the clinic does first, how bad it is, settled; for seconds also "take back". Nothing has to be answered. */
export function NewestMark({ mark, ageMs }: { readonly mark: MarkState; readonly ageMs: number }): ReactElement {
  const { t } = useTranslation();
  const { protocol } = useView();
  const press = usePress();
  const { markId } = mark;
  const leftS = takeBackLeftS(ageMs);
  const step = protocol.care.firstSteps.find(({ kind }) => kind === mark.kind);
  return (
    <div className={styles.newest}>
      <MarkWords mark={mark} />
      {step === undefined ? null : <span className={styles.step}>{step.text}</span>}
      <span className={styles.presses}>
        {isComplaint(mark.kind)
          ? severities.map((severity) => (
              <Button
                key={severity}
                pressed={mark.severity === severity}
                onClick={() => press({ type: 'gradeMark', markId, severity })}
              >
                {t(`events.severity.${severity}`)}
              </Button>
            ))
          : null}
        {isOpen(mark) ? <Settle mark={mark} /> : null}
        {leftS > 0 ? (
          <Button onClick={() => press({ type: 'takeBackMark', markId })}>
            {t('events.takeBack', { seconds: leftS })}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

/** An event that goes on, in few words, and the one press that ends it. */
export function OlderMark({ mark }: { readonly mark: MarkState }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.older}>
      <MarkWords mark={mark} />
      {mark.severity === null ? null : <span>{t(`events.severity.${mark.severity}`)}</span>}
      <Settle mark={mark} />
    </div>
  );
}

function Settle({ mark: { markId, kind } }: { readonly mark: MarkState }): ReactElement {
  const { t } = useTranslation();
  const press = usePress();
  return (
    <Button
      aria-label={t('events.settledOf', { what: t(`events.kind.${kind}`) })}
      onClick={() => press({ type: 'settleMark', markId, settled: true })}
    >
      {t('events.settled')}
    </Button>
  );
}

function MarkWords({ mark }: { readonly mark: MarkState }): ReactElement {
  const { t } = useTranslation();
  const { saved } = useView();
  const written = mark.seq <= saved;
  return (
    <span className={styles.words} role="status">
      <span aria-hidden="true">{written ? '✓ ' : '▲ '}</span>
      {t('events.marked', { what: t(`events.kind.${mark.kind}`), time: timeOfDay(mark.at) })}
      {written ? null : `, ${t('readings.table.notSaved')}`}
    </span>
  );
}
