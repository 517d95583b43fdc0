import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { intakeLanguages } from '../../shared/intake/choice.ts';
import { languageNames } from '../i18n/patient/start.ts';
import { classes } from '../ui/classes.ts';
import { usePatient, useAsking, useHeard, useShown } from './patient-context.ts';
import { StaffCorner } from './staff-corner.tsx';
import { usePatientText } from './use-patient-text.ts';
import styles from './frame.module.css';

export interface FrameProps {
  readonly title: string;
  readonly text: string;
  /** Nothing lies before the first screen. */
  readonly first?: boolean;
  /** Where the arrow leads; else one screen back. */
  readonly onBack?: () => void;
  /** Language of title and text where it is not the screen's own. */
  readonly lang?: string | undefined;
  /** A title that is read like a sentence, and may be as long as one. */
  readonly sentence?: boolean;
  readonly children?: ReactNode;
  /** What stands at the foot, the way forward last. */
  readonly foot: ReactNode;
  readonly className?: string | undefined;
}

/** A second tap of the same finger, so soon after a screen came, was meant for the one before, ms. */
const SETTLE_MS = 400;

/** One question: what is asked, the answers, and the way on; always in the same places. */
export function Frame({
  title,
  text,
  first = false,
  onBack,
  lang,
  sentence = false,
  children,
  foot,
  className,
}: FrameProps): ReactElement {
  const { store } = usePatient();
  const t = usePatientText();
  const { unsaved } = useShown();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens to the screen hears the new question first, and whoever zoomed in sees its beginning.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(true), SETTLE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={styles.frame}>
      <header className={classes(styles.head, first && styles.first)}>
        {first ? null : (
          <button type="button" className={styles.back} aria-label={t('back')} onClick={onBack ?? (() => store.back())}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 5 8 12l7 7" />
            </svg>
          </button>
        )}
        <h1 ref={heading} tabIndex={-1} lang={lang} className={classes(styles.title, sentence && styles.sentence)}>
          {title}
        </h1>
        <p className={styles.text} lang={lang}>
          {text}
        </p>
        <Languages />
      </header>
      <main className={classes(styles.main, className)}>{children}</main>
      <footer className={classes(styles.foot, !settled && styles.unsettled)}>
        <Silent />
        {unsaved ? (
          <p className={styles.note} role="status">
            {t('unsaved')}
          </p>
        ) : null}
        {foot}
      </footer>
    </div>
  );
}

/** Languages, each in its own words: no flag, and nothing that is answered is lost. */
function Languages(): ReactElement {
  const { store } = usePatient();
  const { choice } = useAsking();
  const t = usePatientText();
  return (
    <nav className={styles.corner} aria-label={t('languages')}>
      {intakeLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={choice.language === language}
          className={styles.language}
          onClick={() => store.setLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
      <StaffCorner />
    </nav>
  );
}

/** A calm word where the music cannot be heard; it stays until the screen changes. */
function Silent(): ReactElement | null {
  const t = usePatientText();
  const { silent } = useHeard();
  const [said, setSaid] = useState(false);
  if (silent && !said) setSaid(true);
  if (!said) return null;
  return (
    <p className={styles.note} role="status">
      {t('silent')}
    </p>
  );
}
