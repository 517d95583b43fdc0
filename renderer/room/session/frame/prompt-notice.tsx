import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lifeMs } from '../../../../shared/session/life.ts';
import { useSecond } from '../../../client/clock.ts';
import { lookUp } from '../../../i18n/i18n.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';

/** A prompt stands until it is pressed away, at most this long, ms. */
const STANDS_MS = 10 * 60_000;

/** The last prompt of the cue sheet. It makes no sound and asks for no answer. */
export function PromptNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const [seen, setSeen] = useState<string | null>(null);
  const last = session.prompts.at(-1);
  const stands = useSecond((now) => last !== undefined && lifeMs(session, now) - last.lifeMs <= STANDS_MS);
  if (last === undefined || last.cueId === seen || session.resting) return null;
  // "Mask down" has its own place beside the way back from a start.
  if (last.code === 'maskDown' || !stands) return null;
  return (
    <Banner tone="calm" actions={<Button onClick={() => setSeen(last.cueId)}>{t('session.prompt.done')}</Button>}>
      {lookUp(`prompt.${last.code}`, {}) ?? last.code}{' '}
      <span>{t('session.prompt.since', { time: timeOfDay(last.at) })}</span>
    </Banner>
  );
}
