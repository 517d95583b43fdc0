import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meant } from '../../../../shared/vitals/meant.ts';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { OFFER_KEY, OfferButton } from './offer.tsx';
import { figureWords, restWords } from './words.ts';
import styles from './reading.module.css';

/** A second Enter of the same movement does not confirm what is asked about, ms. */
const BLIND_MS = 400;

export interface ReadingEchoProps {
  readonly parts: ReadingParts;
  /** Unlikely values in words; empty where nothing surprises. */
  readonly unlikely: readonly string[];
  /** What was probably meant; null where nothing is offered. */
  readonly meant: Meant | null;
  /** Written, but not on disk: it stays and is tried again. */
  readonly unsaved: boolean;
  readonly busy: boolean;
  /** The press for somebody else who enters it. */
  readonly entrant: ReactNode;
  /** False while it is open who enters it. */
  readonly ready: boolean;
  /** When it was taken. */
  readonly takenAt: ReactNode;
  readonly onSave: () => void;
  readonly onBack: () => void;
  readonly onTake: (meant: Meant) => void;
  /** A digit at the echo goes on typing. */
  readonly onDigit: (digit: string) => void;
}

/** The whole reading read back, large, before it counts. Enter saves, Escape goes back to the fields, a digit goes on typing. */
export function ReadingEcho(props: ReadingEchoProps): ReactElement {
  const { parts, unlikely, meant, unsaved, busy, entrant, ready, takenAt, onSave, onBack, onTake, onDigit } = props;
  const { t } = useTranslation();
  const shownAt = useRef(0);
  const save = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    shownAt.current = performance.now();
    save.current?.focus();
  }, []);
  const isAsked = unlikely.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (unsaved || event.ctrlKey || event.altKey || event.metaKey) return;
    // A key held down from the field before confirms nothing.
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key === 'Escape' || event.key === 'Backspace') {
      if (isTime(event.target)) return;
      event.preventDefault();
      onBack();
    }
    if (event.key === 'Enter' && isTime(event.target)) save.current?.focus();
    if (event.key === OFFER_KEY && meant !== null && !isTime(event.target)) onTake(meant);
    if (/^\d$/.test(event.key) && !isTime(event.target)) {
      event.preventDefault();
      onDigit(event.key);
    }
  };
  const onSavePress = (event: MouseEvent) => {
    const isKey = event.detail === 0;
    if (isAsked && isKey && performance.now() - shownAt.current < BLIND_MS) return;
    onSave();
  };
  const rest = restWords(t, parts);
  return (
    <div className={styles.echo} onKeyDown={onKeyDown}>
      <p className={styles.echoWords} aria-live="polite">
        {figureWords(t, parts) ?? rest}
        {rest === null || figureWords(t, parts) === null ? null : <span className={styles.echoRest}>{rest}</span>}
      </p>
      {unsaved ? <Banner tone="red">{t('readings.unsaved')}</Banner> : null}
      <div className={styles.sure}>
        {isAsked ? (
          <>
            <strong>
              <span aria-hidden="true">? </span>
              {t('readings.sureOf', { what: unlikely.join(', ') })}
            </strong>
            {meant === null ? null : <OfferButton meant={meant} onTake={() => onTake(meant)} />}
          </>
        ) : (
          t('readings.check')
        )}
      </div>
      <div className={styles.echoFoot}>
        {takenAt}
        {entrant}
        <Button onClick={onBack} disabled={busy || unsaved}>
          {t('readings.back')}
        </Button>
        <Button
          tone="primary"
          ref={save}
          onClick={onSavePress}
          disabled={busy || unsaved || !ready}
          className={styles.echoSave}
        >
          {isAsked ? t('readings.saveAnyway') : t('readings.save')} <span aria-hidden="true">⏎</span>
        </Button>
      </div>
    </div>
  );
}

function isTime(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
