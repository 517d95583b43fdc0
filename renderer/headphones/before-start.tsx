import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../shared/session/can.ts';
import { useStatus } from '../client/session-store.ts';
import { usePress } from '../room/session/act.tsx';
import { useView } from '../room/session/view.ts';
import { Button } from '../ui/button.tsx';
import { HeadphonesButton } from './headphones-button.tsx';
import { OutputLine } from './headphones-card.tsx';
import styles from './headphones.module.css';

/** Before the start: where the music will be heard, and of wireless ones how full they are, or whether somebody saw that they are charged. It never holds the start up. */
export function OutputBeforeStart(): ReactElement | null {
  const output = useStatus()?.output ?? null;
  if (output === null) return null;
  return (
    <>
      <div className={styles.before}>
        <OutputLine output={output} />
        <HeadphonesButton />
      </div>
      {output.chosen?.connection === 'wireless' && output.charge === null ? (
        <Charged label={output.chosen.label} />
      ) : null}
    </>
  );
}

/** Where the system does not tell their charge, somebody looks. */
function Charged({ label }: { readonly label: string }): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const done = session.music.charged === label;
  return (
    <div className={styles.before}>
      <p>{t('headphones.charged.ask')}</p>
      <Button
        pressed={done}
        disabled={done || !can(session).confirmCharged}
        onClick={() => press({ type: 'confirmCharged', label })}
      >
        {done ? t('headphones.charged.done') : t('headphones.charged.press')}
      </Button>
    </div>
  );
}
