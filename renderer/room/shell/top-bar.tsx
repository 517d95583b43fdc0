import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shell.module.css';
import { WallClock } from './wall-clock.tsx';

export interface TopBarProps {
  readonly title: string;
  /** Stands right of the title. */
  readonly children?: ReactNode;
}

/** The head of every screen outside of a session: where one is, who is signed in, the time, the way home. */
export function TopBar({ title, children }: TopBarProps): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const status = useStatus();
  const staff = status?.signedIn ?? null;
  const atHome = shell.place === 'start';
  useShortcut('Escape', t('shell.home'), () => shell.go('start'));
  return (
    <header className={styles.top}>
      {atHome ? null : (
        <Button tone="quiet" onClick={() => shell.go('start')}>
          ‹ {t('shell.home')}
        </Button>
      )}
      <h1 className={styles.heading}>{title}</h1>
      {children}
      <span className={styles.space} />
      <span className={styles.who}>
        {staff === null
          ? t('shell.signedOut')
          : t('shell.signedInAs', { name: staff.name, role: t(`shell.role.${staff.role}`) })}
      </span>
      <Button onClick={staff === null ? shell.askSignIn : shell.lock}>
        {staff === null ? t('shell.signIn') : t('shell.lock')}
      </Button>
      <Button onClick={shell.showShortcuts} aria-label={t('shell.keys')}>
        ?
      </Button>
      <WallClock small />
    </header>
  );
}
