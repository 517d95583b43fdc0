import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { usePress } from '../act.tsx';
import { useLocked, useView } from '../view.ts';
import { EmergencyButton } from '../emergency/emergency-button.tsx';
import { ChangeWishes } from '../intake/change-wishes.tsx';
import { everyday } from './everyday.ts';
import { MedicationDialog } from './medication-dialog.tsx';
import { MoreMarks } from './more-marks.tsx';
import { OpenStrip } from './open-strip.tsx';
import styles from './marks.module.css';

/** What happens to the patient, one press each; the emergency apart from all of it. */
export function MarksRow(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const press = usePress();
  const locked = useLocked();
  const may = can(session);
  const [open, setOpen] = useState<'medication' | 'more' | 'wishes' | null>(null);
  const comforted = session.lighting.comfort !== null;
  const comfort = () => press(comforted ? { type: 'comfortBack' } : { type: 'comfort', markId: crypto.randomUUID() });
  const mark = (kind: (typeof everyday)[number]) =>
    press({ type: 'mark', markId: crypto.randomUUID(), kind, note: null, agoMs: 0 });
  return (
    <footer className={styles.foot}>
      {session.phase === 'preChecks' && !locked ? <OpenStrip /> : null}
      <div className={styles.bar}>
        <div className={styles.row} role="group" aria-label={t('events.label')}>
          {everyday.map((kind) => (
            <Button key={kind} disabled={!may.mark} className={styles.mark} onClick={() => mark(kind)}>
              {t(`events.kind.${kind}`)}
            </Button>
          ))}
          <Button
            pressed={may.patientBack}
            disabled={!may.patientUp}
            className={classes(styles.mark, styles.act)}
            onClick={() => press({ type: 'patientUp', upId: crypto.randomUUID() })}
          >
            {t('events.kind.patientUp')}
          </Button>
          <Button
            disabled={!may.callDoctor}
            className={classes(styles.mark, styles.act)}
            onClick={() => press({ type: 'callDoctor', callId: crypto.randomUUID(), agoMs: 0 })}
          >
            {t('events.kind.doctorCalled')}
          </Button>
          <Button
            disabled={!may.giveMedication}
            className={classes(styles.mark, styles.act)}
            onClick={() => setOpen('medication')}
          >
            {t('events.medication')}
          </Button>
          <Button
            pressed={comforted}
            disabled={!may.comfort && !may.comfortBack}
            className={styles.mark}
            onClick={comfort}
          >
            {comforted ? t('session.lights.comfortBack') : t('session.lights.comfort')}
          </Button>
          <Button className={classes(styles.mark, styles.act)} onClick={() => setOpen('more')}>
            {t('events.more')}
          </Button>
        </div>
        <EmergencyButton />
      </div>
      {open === 'medication' ? <MedicationDialog onClose={() => setOpen(null)} /> : null}
      {open === 'more' ? <MoreMarks onClose={() => setOpen(null)} onWishes={() => setOpen('wishes')} /> : null}
      {open === 'wishes' ? <ChangeWishes onClose={() => setOpen(null)} /> : null}
    </footer>
  );
}
