import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../shared/cues/cue.ts';
import { carriedOut, levelIn, plannedLight, plannedMs, plannedScenes, type Sheet } from '../../shared/cues/planned.ts';
import { levelPercent } from '../room/session/format.ts';
import { Card } from '../ui/card.tsx';
import { cueWords, momentWords } from './cue-words.ts';
import { timeText } from './time-text.ts';
import styles from './cues.module.css';

const MINUTE = 60_000;

/** What happens at the moments that everybody has in mind, and in an emergency, which no sheet changes. */
export function MomentsCard({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const { t } = useTranslation();
  const { infusionMs } = sheet;
  const moments = [
    { name: 'start', fromMs: 0, toMs: MINUTE, anchors: ['start', 'zero'] },
    { name: 'before', fromMs: infusionMs - 5 * MINUTE, toMs: infusionMs - 4 * MINUTE, anchors: ['start', 'zero'] },
    { name: 'zero', fromMs: infusionMs, toMs: infusionMs + MINUTE, anchors: ['start', 'zero'] },
    { name: 'recovery', fromMs: infusionMs, toMs: infusionMs + MINUTE, anchors: ['recovery'] },
  ] as const;
  return (
    <Card title={t('cueSheet.happens')} aside={<span className={styles.soft}>{t('cueSheet.happensPause')}</span>}>
      <ul className={styles.moments}>
        {moments.map(({ name, fromMs, toMs, anchors }) => (
          <li key={name} className={styles.moment}>
            <strong>{t(`cueSheet.${name}`)}</strong>
            <Moment sheet={sheet} fromMs={fromMs} toMs={toMs} anchors={anchors} />
          </li>
        ))}
        <li className={styles.moment} data-fixed>
          <strong>✚ {t('cueSheet.emergency')}</strong>
          <span>{t('cueSheet.emergencyText')}</span>
        </li>
      </ul>
    </Card>
  );
}

interface MomentProps {
  readonly sheet: Sheet;
  readonly fromMs: number;
  readonly toMs: number;
  readonly anchors: readonly Cue['anchor']['from'][];
}

/** Cues within a minute of the moment, and where that leads the light. */
function Moment({ sheet, fromMs, toMs, anchors }: MomentProps): ReactElement {
  const { t } = useTranslation();
  const cues = (['scene', 'music', 'prompt'] as const)
    .flatMap((kind) => carriedOut(kind, sheet))
    .filter((cue) => {
      const atMs = plannedMs(cue, sheet.infusionMs);
      return anchors.includes(cue.anchor.from) && atMs >= fromMs && atMs < toMs;
    });
  if (cues.length === 0) {
    const level = levelIn(plannedLight(plannedScenes(sheet), fromMs), 'room');
    return (
      <span className={styles.soft}>
        {t('cueSheet.happensNone')} {t('cueSheet.happensLight', { level: levelPercent(level) })}.
      </span>
    );
  }
  return (
    <ul>
      {cues.map((cue) => (
        <li key={cue.id}>
          {cueWords(t, cue)}
          <span className={styles.soft}>
            {cue.action.kind === 'scene' ? `, ${timeText(cue.action.fadeMs)}` : ''}
            {plannedMs(cue, sheet.infusionMs) === fromMs ? '' : `, ${momentWords(t, cue.anchor)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
