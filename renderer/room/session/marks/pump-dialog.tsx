import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { pumpRateSchema, pumpTotalSchema } from '../../../../shared/session/pump-bodies.ts';
import { rateDoubt, totalDoubt, type PumpDoubt } from '../../../../shared/session/pump-doubts.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { milligrams } from '../format.ts';
import { decimal } from '../pre-checks/order-entry.ts';
import { useLocked, useViewNow } from '../view.ts';
import { PumpList } from './pump-list.tsx';
import styles from './marks.module.css';

type What = 'rate' | 'total';
const units = { rate: ['mlPerHour', 'mgPerHour'], total: ['ml', 'mg'] } as const;

interface Typed {
  readonly doubt: PumpDoubt | null;
  readonly command: (confirmed: boolean) => SessionCommand;
}

/** What was typed as an entry, and what is unlikely in it; null where it is none. */
function typed(session: Session, at: { what: What; noteId: string; lifeMs: number; agoMs: number }, figure: unknown) {
  const { noteId, agoMs } = at;
  if (at.what === 'rate') {
    const rate = pumpRateSchema.safeParse(figure);
    if (!rate.success) return null;
    return {
      doubt: rateDoubt(session, rate.data),
      command: (confirmed) => ({ type: 'notePumpRate', noteId, rate: rate.data, confirmed, agoMs }),
    } satisfies Typed;
  }
  const total = pumpTotalSchema.safeParse(figure);
  if (!total.success) return null;
  return {
    doubt: totalDoubt(session, total.data, at.lifeMs - agoMs),
    command: (confirmed) => ({ type: 'readPumpTotal', noteId, total: total.data, confirmed, agoMs }),
  } satisfies Typed;
}

/** Rate and total as they stand on the pump, some minutes ago too, and what was reported of it so far. */
export function PumpDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const locked = useLocked();
  const by = useSignedAct();
  const [noteId] = useState(() => crypto.randomUUID());
  const [what, setWhat] = useState<What>('rate');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ rate: 'mlPerHour' | 'mgPerHour'; total: 'ml' | 'mg' }>({
    ...{ rate: 'mlPerHour', total: 'ml' },
  });
  const [ago, setAgo] = useState(0);
  const [confirmed, setConfirmed] = useState(false);
  const value = decimal(text);
  const unit = chosen[what];
  const at = { what, noteId, lifeMs: lifeMs(session, now), agoMs: ago * 60_000 };
  const entry = typed(session, at, { unit, value });
  const isAsked = entry !== null && entry.doubt !== null;
  const change = (next: () => void) => {
    setConfirmed(false);
    next();
  };
  const order = session.order?.order ?? null;
  return (
    <CommandDialog
      title={t('pump.title')}
      act={t('pump.act')}
      command={entry === null || (isAsked && !confirmed) ? null : entry.command(confirmed)}
      by={by}
      wide
      onClose={onClose}
    >
      <p className={styles.soft}>
        {t('pump.about')}{' '}
        {order === null || locked ? null : t('pump.ordered', { rate: order.rateMlPerHour, mg: milligrams(order.mg) })}
      </p>
      <div className={styles.pair}>
        <Segmented
          label={t('pump.what')}
          options={(['rate', 'total'] as const).map((one) => ({ value: one, label: t(`pump.${one}`) }))}
          value={what}
          onChange={(next) => change(() => setWhat(next))}
        />
        <Segmented
          label={t('pump.unit')}
          options={units[what].map((one) => ({ value: one, label: t(`pump.units.${one}`) }))}
          value={unit}
          onChange={(next) => change(() => setChosen({ ...chosen, [what]: next }))}
        />
      </div>
      <div className={styles.pair}>
        <Field label={t(`pump.value.${what}`)} error={text === '' || entry !== null ? null : t('pump.wrong')}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              inputMode="decimal"
              value={text}
              maxLength={10}
              onChange={(event) => change(() => setText(event.target.value))}
            />
          )}
        </Field>
        <AgoChoice label={t('session.ago.when')} value={ago} onChange={(next) => change(() => setAgo(next))} />
      </div>
      {entry === null || entry.doubt === null ? null : (
        <>
          <Banner tone="amber">{t(`pump.doubt.${entry.doubt}`)}</Banner>
          <Tick checked={confirmed} onChange={setConfirmed}>
            {t('pump.confirm', { figure: `${value} ${t(`pump.units.${unit}`)}` })}
          </Tick>
        </>
      )}
      <SomeoneElse entrant={by.entrant} />
      {locked ? null : <PumpList />}
    </CommandDialog>
  );
}
