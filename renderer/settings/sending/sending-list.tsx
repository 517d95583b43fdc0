import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { SendingRow } from '../../../shared/ipc/sending.ts';
import { useClient } from '../../client/room-context.ts';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { calendarDate, dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { nextStep, stateWords, takenWords, troubleWords } from './sending-words.ts';
import { useSending } from './use-sending.ts';
import styles from './sending.module.css';

/** Rows that main gives at once. */
const PAGE = 50;
type Act = 'sending.ask' | 'sending.withhold' | 'sending.again';

/** Everything that was sent, waits or was refused, each with what the clinic's server said of it. */
export function SendingList({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const view = useSending();
  const [from, setFrom] = useState(0);
  const { data, failure, again } = useRequest('sending.list', { from });
  const [failed, setFailed] = useState<Failure | null>(null);
  // Main tells figures whenever something changed: then the rows are others too.
  useEffect(again, [view, again]);
  const act = async (name: Act, sessionId: string | null): Promise<void> => {
    setFailed(null);
    const answer =
      name === 'sending.again' || sessionId === null
        ? await client.request('sending.again', {})
        : await client.request(name, { sessionId });
    if (!answer.ok) setFailed(answer);
    again();
  };
  const trouble = view?.on === true ? troubleWords(view, t) : null;
  const shown = failed ?? failure;
  return (
    <Dialog
      title={t('sending.list.title')}
      large
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <div className={styles.list}>
        {shown === null ? null : (
          <Banner tone="red">
            {failureText(shown).say} {failureText(shown).next}
          </Banner>
        )}
        {view?.on === false ? <Banner tone="calm">{t('sending.off')}</Banner> : null}
        {trouble === null ? null : (
          <Banner
            tone="amber"
            actions={<Button onClick={() => void act('sending.again', null)}>{t('sending.list.again')}</Button>}
          >
            {trouble}
          </Banner>
        )}
        {data === null && shown === null ? <p role="status">{t('common.loading')}</p> : null}
        {data?.total === 0 ? <p className={styles.soft}>{t('sending.list.none')}</p> : null}
        <ul className={styles.rows} aria-label={t('sending.list.title')}>
          {(data?.rows ?? []).map((row) => (
            <Row key={row.sessionId} row={row} on={view?.on === true} onAct={act} />
          ))}
        </ul>
        {data === null || data.total <= PAGE ? null : (
          <div className={styles.acts}>
            <Button disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
              {t('sending.list.newer')}
            </Button>
            <Button disabled={from + PAGE >= data.total} onClick={() => setFrom(from + PAGE)}>
              {t('sending.list.older')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly row: SendingRow;
  readonly on: boolean;
  readonly onAct: (name: Act, sessionId: string) => Promise<void>;
}

function Row({ row, on, onAct }: RowProps): ReactElement {
  const { t } = useTranslation();
  const { sessionId, patient, sessionAt, infusionNumber, state, taken } = row;
  const who =
    patient === null
      ? t('sending.list.gone')
      : `${patient.name}, ${t('sending.list.born', { day: calendarDate(patient.birthDate) })}`;
  const number = infusionNumber === null ? '' : ` · ${t('sending.list.infusion', { number: infusionNumber })}`;
  const sign = state.kind === 'refused' ? '▲' : state.kind === 'accepted' && !row.outdated ? '✓' : '●';
  const server = takenWords(row, t);
  const next = nextStep(row);
  return (
    <li className={styles.row} data-state={state.kind}>
      <div className={styles.who}>
        <strong>{who}</strong>
        <span className={styles.soft}>
          {sessionAt === null ? null : dayOf(sessionAt)}
          {number}
        </span>
      </div>
      <div className={styles.told}>
        <span>
          <span aria-hidden="true">{sign}</span> {stateWords(row, t)}
        </span>
        {state.kind === 'refused' && state.words !== '' ? (
          <span className={styles.quote}>{t('sending.list.words', { words: state.words })}</span>
        ) : null}
        {next === null ? null : <span>{next}</span>}
        {server === null ? null : <span className={styles.soft}>{server}</span>}
        {taken?.location == null ? null : <span className={styles.place}>{taken.location}</span>}
        <span className={styles.soft}>
          {row.askedBy === null
            ? t('sending.list.bySetting')
            : t('sending.list.by', { name: row.asker ?? row.askedBy })}
        </span>
      </div>
      <div className={styles.acts}>
        {state.kind === 'waiting' || state.kind === 'erased' ? null : (
          <Button disabled={!on} onClick={() => void onAct('sending.ask', sessionId)}>
            {t(state.kind === 'withheld' && taken === null ? 'sending.list.send' : 'sending.list.sendAgain')}
          </Button>
        )}
        {state.kind === 'withheld' || state.kind === 'erased' ? null : (
          <Button disabled={row.underway} onClick={() => void onAct('sending.withhold', sessionId)}>
            {t('sending.list.withhold')}
          </Button>
        )}
      </div>
    </li>
  );
}
