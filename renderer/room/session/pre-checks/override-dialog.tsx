import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startBlockers } from '../../../../shared/session/blockers.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { blockerWords } from '../check-words.ts';
import { CommandDialog } from '../command-dialog.tsx';
import { useViewNow } from '../view.ts';
import { PrescriberSays, useSaid } from './prescriber-says.tsx';
import styles from './pre-checks.module.css';

/** The prescriber lets it start all the same: a reason, and their own PIN or a telephone order read back. */
export function OverrideDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const { said, change, complete } = useSaid();
  return (
    <CommandDialog
      title={t('session.override.title')}
      act={t('session.override.act')}
      command={complete === null ? null : { type: 'override', ...complete }}
      place="middle"
      wide
      onClose={onClose}
    >
      <ul className={styles.overrides}>
        {startBlockers(session, protocol, lifeMs(session, now))
          .filter((blocker) => blocker.overridable)
          .map((blocker) => (
            <li key={blocker.key}>
              <span aria-hidden="true">○ </span>
              {blockerWords(t, blocker, protocol)}
            </li>
          ))}
      </ul>
      <PrescriberSays said={said} change={change} />
    </CommandDialog>
  );
}
