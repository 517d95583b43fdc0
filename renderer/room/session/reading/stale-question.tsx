import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../client/clock.ts';
import { useRoom } from '../../../client/room-context.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { isStale, type ReadingEntry } from './entry-state.ts';

export interface StaleQuestionProps {
  readonly entry: ReadingEntry;
  readonly onStill: (takenNow: boolean) => void;
  readonly onClear: () => void;
}

/** A half-filled form that was left alone asks what it is before it goes on; nothing is dropped by itself. */
export function StaleQuestion({ entry, onStill, onClear }: StaleQuestionProps): ReactElement | null {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const now = useNow();
  if (entry.takenAt === null || !isStale(entry, now.wallMs, clock.rate())) return null;
  const time = timeOfDay(entry.takenAt);
  return (
    <Banner
      tone="calm"
      actions={
        <>
          <Button onClick={() => onStill(false)}>{t('readingParts.stale.still', { time })}</Button>
          <Button onClick={() => onStill(true)}>{t('readingParts.stale.now')}</Button>
          <Button onClick={onClear}>{t('readingParts.stale.empty')}</Button>
        </>
      }
    >
      {t('readingParts.stale.ask', { time })}
    </Banner>
  );
}
