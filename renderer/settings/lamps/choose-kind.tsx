import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { FoundPlace } from '../../../shared/ipc/lights.ts';
import { targetsOfKind, type ConnectionKind } from '../../../shared/lights/lamps.ts';
import { useClient } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { newForm, type ConnectionForm } from './connection-form.ts';
import styles from './lamps.module.css';

export interface ChooseKindProps {
  /** Kinds that the app knows. */
  readonly kinds: readonly string[];
  readonly onChoose: (form: ConnectionForm) => void;
  readonly onClose: () => void;
}

const isKind = (kind: string): kind is ConnectionKind => Object.hasOwn(targetsOfKind, kind);

/** What there is: by looking around once, when somebody asks for it, or by its kind. */
export function ChooseKind({ kinds, onChoose, onClose }: ChooseKindProps): ReactElement {
  const { t } = useTranslation();
  const { state, look, stop } = useLook();
  const offered = kinds.filter(isKind);
  const places = state !== null && typeof state === 'object' && 'found' in state ? state.found : null;
  const found = places?.filter(({ kind }) => offered.includes(kind)) ?? null;
  const failed = state !== null && typeof state === 'object' && 'code' in state ? failureText(state) : null;
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        {state === 'looking' ? (
          <>
            <span role="status">{t('lamps.connection.looking')}</span>
            <Button onClick={stop}>{t('lamps.connection.stop')}</Button>
          </>
        ) : (
          <Button onClick={() => void look()}>{t('lamps.connection.look')}</Button>
        )}
      </div>
      {failed === null ? null : <Banner tone="amber">{failed.say}</Banner>}
      {found === null ? null : found.length === 0 ? (
        <p role="status">{t('lamps.connection.foundNone')}</p>
      ) : (
        <section className={styles.form} aria-label={t('lamps.connection.found')}>
          <h3 className={styles.zone}>{t('lamps.connection.found')}</h3>
          <p className={styles.soft}>{t('lamps.connection.foundHint')}</p>
          <div className={styles.choices}>
            {found.map(({ kind, name, host }) => (
              <Choice
                key={`${kind} ${host}`}
                title={name}
                lines={[t(`lamps.kind.${kind}.name`), host]}
                onPick={() => onChoose(newForm(kind, name, host))}
              />
            ))}
          </div>
        </section>
      )}
      <h3 className={styles.zone}>{t('lamps.connection.byKind')}</h3>
      <div className={styles.choices}>
        {offered.map((kind) => (
          <Choice
            key={kind}
            title={t(`lamps.kind.${kind}.name`)}
            lines={[t(`lamps.kind.${kind}.what`), t(`lamps.kind.${kind}.need`)]}
            onPick={() => onChoose(newForm(kind, t(`lamps.kind.${kind}.name`), ''))}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly onPick: () => void;
}

function Choice({ title, lines, onPick }: ChoiceProps): ReactElement {
  return (
    <button type="button" className={styles.choice} onClick={onPick}>
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}

/** Looks around once each time it is asked to; leaving ends it. */
function useLook() {
  const client = useClient();
  const [state, setState] = useState<{ readonly found: readonly FoundPlace[] } | Failure | 'looking' | null>(null);
  const stop = (): void => void client.request('lights.stop', {});
  useEffect(() => () => void client.request('lights.stop', {}), [client]);
  const look = async (): Promise<void> => {
    setState('looking');
    const answer = await client.request('lights.discover', {});
    setState(answer.ok ? answer.data : answer);
  };
  return { state, look, stop };
}
