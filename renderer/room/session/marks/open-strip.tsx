import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openAway, type AwayState } from '../../../../shared/session/away-state.ts';
import { isWaiting, type CallState } from '../../../../shared/session/call-state.ts';
import type { MarkState } from '../../../../shared/session/care-state.ts';
import { lifeMs } from '../../../../shared/session/life.ts';
import { isOpen } from '../../../../shared/session/mark-kinds.ts';
import type { DeclinedMedicine, GivenMedicine } from '../../../../shared/session/medicine-state.ts';
import type { PumpNote } from '../../../../shared/session/pump-state.ts';
import { TAKE_BACK_MS } from '../../../../shared/session/slip.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { useSecond } from '../../../client/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { useLocked, useView, useViewNow } from '../view.ts';
import { AwayChip } from './away-chip.tsx';
import { CallChip } from './call-chip.tsx';
import { MedicineChip, PumpChip } from './entry-chip.tsx';
import { EventsDialog } from './event-list.tsx';
import { NewestMark, OlderMark } from './mark-chip.tsx';
import styles from './strip.module.css';

type Item =
  | { readonly kind: 'away'; readonly id: string; readonly lifeMs: number; readonly away: AwayState }
  | { readonly kind: 'call'; readonly id: string; readonly lifeMs: number; readonly call: CallState }
  | { readonly kind: 'mark'; readonly id: string; readonly lifeMs: number; readonly mark: MarkState }
  | {
      readonly kind: 'medicine';
      readonly id: string;
      readonly lifeMs: number;
      readonly medicine: GivenMedicine | DeclinedMedicine;
    }
  | { readonly kind: 'pump'; readonly id: string; readonly lifeMs: number; readonly note: PumpNote };

/** A patient who is up and a call never give way to an event. */
const rank = { away: 0, call: 1, mark: 2, medicine: 3, pump: 3 } as const;

/** The order of the presses, whatever moment each of them was about. */
function seqOf(item: Item): number {
  switch (item.kind) {
    case 'away':
      return item.away.seq;
    case 'call':
      return item.call.seq;
    case 'mark':
      return item.mark.seq;
    case 'medicine':
      return item.medicine.seq;
    case 'pump':
      return item.note.seq;
  }
}

/** Medicines and figures off the pump that can still be taken back by one press. */
function slips(session: Session, nowLifeMs: number, locked: boolean): readonly Item[] {
  const isSlip = ({ author, pressedLifeMs }: Pick<PumpNote, 'author' | 'pressedLifeMs'>) =>
    nowLifeMs - pressedLifeMs < TAKE_BACK_MS && (!locked || author.kind === 'unsigned');
  return [
    ...[...session.medications, ...session.declined].filter(isSlip).map((medicine) => ({
      ...({ kind: 'medicine', id: medicine.medicationId, lifeMs: medicine.pressedLifeMs, medicine } as const),
    })),
    ...session.pumpNotes
      .filter((note) => note.withdrawn === null && isSlip(note))
      .map((note) => ({ kind: 'pump', id: note.noteId, lifeMs: note.pressedLifeMs, note }) as const),
  ];
}

/** What goes on, newest first; what was pressed a moment ago stays as long as it can be taken back. */
function itemsOf(session: Session, nowLifeMs: number, locked: boolean): readonly Item[] {
  const away = openAway(session);
  // A locked screen tells nothing of the patient but what was entered on it.
  const marks = session.marks.filter(({ author }) => !locked || author.kind === 'unsigned');
  const items: Item[] = [
    ...marks
      .filter((mark) => isOpen(mark) || (!mark.takenBack && nowLifeMs - mark.lifeMs < TAKE_BACK_MS))
      .map((mark) => ({ kind: 'mark', id: mark.markId, lifeMs: mark.lifeMs, mark }) as const),
    ...session.calls
      .filter(isWaiting)
      .map((call) => ({ kind: 'call', id: call.callId, lifeMs: call.lifeMs, call }) as const),
    ...slips(session, nowLifeMs, locked),
    ...(away === null ? [] : [{ kind: 'away', id: away.upId, lifeMs: away.lifeMs, away } as const]),
  ];
  return items.toSorted((a, b) => seqOf(b) - seqOf(a));
}

/** What goes on, above the buttons and in a place of its own: it covers nothing, and it is gone when all is settled. */
export function OpenStrip(): ReactElement | null {
  const { session } = useView();
  const locked = useLocked();
  const open = useSecond((now) => itemsOf(session, lifeMs(session, now), locked).length > 0);
  return open ? <Strip /> : null;
}

function Strip(): ReactElement | null {
  const { t } = useTranslation();
  const { session, now } = useViewNow();
  const locked = useLocked();
  const [all, setAll] = useState(false);
  const nowLifeMs = lifeMs(session, now);
  const [newest, ...others] = itemsOf(session, nowLifeMs, locked);
  if (newest === undefined) return null;
  const older = others
    .filter((item) => item.kind === 'away' || item.kind === 'call' || (item.kind === 'mark' && isOpen(item.mark)))
    .toSorted((a, b) => rank[a.kind] - rank[b.kind] || b.lifeMs - a.lifeMs);
  const shown = older.slice(0, Math.max(1, older.filter(({ kind }) => kind !== 'mark').length));
  return (
    <div className={styles.strip} data-strip role="group" aria-label={t('events.open')}>
      <Chip item={newest} isNewest nowLifeMs={nowLifeMs} />
      {shown.map((item) => (
        <Chip key={item.id} item={item} isNewest={false} nowLifeMs={nowLifeMs} />
      ))}
      {older.length > shown.length ? (
        <Button onClick={() => setAll(true)}>{t('events.openMore', { count: older.length - shown.length })}</Button>
      ) : null}
      {all ? <EventsDialog onClose={() => setAll(false)} /> : null}
    </div>
  );
}

interface ChipProps {
  readonly item: Item;
  readonly isNewest: boolean;
  readonly nowLifeMs: number;
}

function Chip({ item, isNewest, nowLifeMs }: ChipProps): ReactElement {
  const ageMs = Math.max(0, nowLifeMs - item.lifeMs);
  switch (item.kind) {
    case 'away':
      return <AwayChip away={item.away} isNewest={isNewest} ageMs={ageMs} />;
    case 'call':
      return <CallChip call={item.call} isNewest={isNewest} ageMs={ageMs} />;
    case 'medicine':
      return <MedicineChip medicine={item.medicine} ageMs={ageMs} />;
    case 'pump':
      return <PumpChip note={item.note} ageMs={ageMs} />;
    case 'mark':
      return isNewest ? <NewestMark mark={item.mark} ageMs={ageMs} /> : <OlderMark mark={item.mark} />;
  }
}
