import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { noneWished } from '../../../../shared/intake/wish.ts';
import { can } from '../../../../shared/session/can.ts';
import { isLive } from '../../../../shared/session/tick.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { formatElapsed } from '../../../../shared/time/format.ts';
import { ActProblem, usePress, usePressAct } from '../act.tsx';
import { OutputNotice } from '../../../headphones/output-notice.tsx';
import { useLocked, useView } from '../view.ts';
import { ReadingStrip } from '../attention/reading-strip.tsx';
import { WhyOutside } from '../attention/why-outside.tsx';
import { BandQuestion } from '../attention/band-question.tsx';
import { LightNotice } from '../lights/light-notice.tsx';
import { SafetyNotice } from '../questionnaires/safety-notice.tsx';
import { HelpNotice } from '../intake/help-notice.tsx';
import { GapDialog } from './gap-dialog.tsx';
import { PromptNotice } from './prompt-notice.tsx';
import { StartNotice } from './start-notice.tsx';
import { UnsignedNotice } from './unsigned-notice.tsx';
import styles from './frame.module.css';

/** What the nurse has to know or answer now. It takes its own row, so that it covers nothing. */
export function Notices(): ReactElement {
  const act = usePressAct();
  const { session } = useView();
  const locked = useLocked();
  // Headphones that are gone are no fault where nothing of ours is to be heard in them.
  const listens = !session.music.away && noneWished(session.intake.choice) === null;
  return (
    <div className={styles.notices}>
      <ActProblem act={act} />
      <ReadingStrip />
      <BandQuestion />
      <WhyOutside />
      <HelpNotice />
      <SafetyNotice />
      <GapNotice />
      {isLive(session) && listens ? <OutputNotice silent={session.music.silent} /> : null}
      <StartNotice />
      <LightNotice />
      <PromptNotice />
      {locked || session.unsigned.length === 0 ? null : <UnsignedNotice />}
    </div>
  );
}

/** After a gap: what happened, and the one press that lets cues and music go on. */
function GapNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const [asking, setAsking] = useState(false);
  const { gap } = session;
  const may = can(session);
  if (gap === null || (!session.waiting && !may.tellGap)) return null;
  const words = t(`session.gap.${gap.kind}`, { time: formatElapsed(gap.byMs) });
  return (
    <Banner
      tone="amber"
      actions={
        <>
          {may.tellGap ? <Button onClick={() => setAsking(true)}>{t('session.gap.tell')}</Button> : null}
          {may.goOn ? (
            <Button tone="primary" onClick={() => press({ type: 'goOn' })}>
              {t('session.gap.goOn')}
            </Button>
          ) : null}
        </>
      }
    >
      <strong>{gap.wallBehind ? t('session.gap.unknown') : words}</strong>{' '}
      {session.waiting ? t('session.gap.waiting') : null}
      {asking ? <GapDialog onClose={() => setAsking(false)} /> : null}
    </Banner>
  );
}
