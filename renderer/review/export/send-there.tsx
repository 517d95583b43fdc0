import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { useSending } from '../../settings/sending/use-sending.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './export.module.css';

export interface SendThereProps {
  /** One session, or all that a search finds. */
  readonly what: { readonly sessionId: string } | { readonly search: RequestArgs<'sending.askAll'>['search'] };
  readonly disabled: boolean;
}

type Asked = Answer<{ readonly asked?: number; readonly left?: number }>;

/** Sends to the clinic's FHIR server; nothing is shown where no owner has switched that on. */
export function SendThere({ what, disabled }: SendThereProps): ReactElement | null {
  const { t } = useTranslation();
  const client = useClient();
  const view = useSending();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Asked | null>(null);
  if (view?.on !== true) return null;
  const send = async (): Promise<void> => {
    setBusy(true);
    setAnswer(
      'search' in what ? await client.request('sending.askAll', what) : await client.request('sending.ask', what),
    );
    setBusy(false);
  };
  return (
    <>
      <ul className={styles.kinds}>
        <li>
          <Button disabled={disabled || busy} aria-describedby="export-there" onClick={() => void send()}>
            {t('sending.export.one')}
          </Button>
          <p id="export-there">{t('sending.export.oneHint')}</p>
        </li>
      </ul>
      <SaidOf answer={answer} />
    </>
  );
}

function SaidOf({ answer }: { readonly answer: Asked | null }): ReactElement | null {
  const { t } = useTranslation();
  if (answer === null) return null;
  if (!answer.ok) {
    const { say, next } = failureText(answer);
    return (
      <Banner tone="red">
        {say} {next}
      </Banner>
    );
  }
  const { asked, left = 0 } = answer.data;
  return (
    <p role="status">
      ✓ {asked === undefined ? t('sending.export.asked') : t('sending.export.askedMany', { count: asked })}{' '}
      {left === 0 ? null : t('sending.export.left', { count: left })}
    </p>
  );
}
