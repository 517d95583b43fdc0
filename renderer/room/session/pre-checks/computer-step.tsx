import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { pcCheckNames, lookAt, type PcShown } from '../../../../shared/pc/pc-check.ts';
import type { RequestData } from '../../../../shared/ipc/contract.ts';
import type { Asked } from '../../../client/use-request.ts';
import { timeOfDay } from '../../../i18n/format.ts';
import { lookUp } from '../../../i18n/i18n.ts';
import { momentWords } from '../../../i18n/finding-words.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { StepState } from './steps.ts';
import styles from './computer-step.module.css';

type Results = RequestData<'pc.look'>['results'];
export type AskedPc = Asked<'pc.look'>;

const signs = { ok: '✓', look: '◆', unknown: '○' } as const satisfies Record<PcShown['answer'], string>;

/** How far the computer's own step is; what cannot be told counts as looked at. */
export function computerStep(results: Results | null): StepState {
  const of = pcCheckNames.length;
  const look = lookAt(results ?? []);
  const answered = results === null ? 0 : of - look;
  return { step: 'computer', answered, of, done: answered === of, look: look > 0 };
}

/** What was found of one thing, and what to do about it. */
export function pcWords({ check, code, params }: PcShown): string {
  const { at, newest } = params;
  const times = {
    ...(typeof at === 'number' ? { time: timeOfDay(at) } : {}),
    ...(typeof newest === 'number' ? { newestTime: momentWords(newest) } : {}),
  };
  return lookUp(`pcChecks.${check}.${code}`, { ...params, ...times }) ?? code;
}

/** What the app sees of its own computer; looked at when the pre-checks open, and by a press. It holds nothing up. */
export function ComputerStep({ asked }: { readonly asked: AskedPc }): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = asked;
  return (
    <Card title={t('pcChecks.title')} aside={<Button onClick={again}>{t('pcChecks.again')}</Button>}>
      <p className={styles.soft}>{t('pcChecks.intro')}</p>
      {failure === null ? null : <Banner tone="amber">{t('pcChecks.failed')}</Banner>}
      {data === null && failure === null ? <p role="status">{t('pcChecks.looking')}</p> : null}
      <ul>
        {(data?.results ?? []).map((result) => (
          <li key={result.check} className={styles.row} data-answer={result.answer}>
            <span className={styles.sign} aria-hidden="true">
              {signs[result.answer]}
            </span>
            <strong className={styles.name}>{t(`pcChecks.${result.check}.name`)}</strong>
            <span className={styles.answer}>{t(`pcChecks.answer.${result.answer}`)}</span>
            <span className={styles.words}>{pcWords(result)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
