import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { LightsFullButton } from '../shell/lights-full-button.tsx';
import { WallClock } from '../shell/wall-clock.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

/** Nobody is signed in and nothing runs: the time, the lights, and the way in. No patient data. */
export function SignInScreen({ status }: { readonly status: AppStatus }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <p className={styles.room}>{status.settings.roomName}</p>
        <WallClock />
        <LightsFullButton />
        <p className={styles.paper}>{t('common.disclaimer')}</p>
      </div>
      <section className={styles.panel} aria-labelledby="sign-in-title">
        <h1 id="sign-in-title" className={styles.title}>
          {t('shell.signInTitle')}
        </h1>
        <SignInForm onSignedIn={() => undefined} />
      </section>
    </main>
  );
}
