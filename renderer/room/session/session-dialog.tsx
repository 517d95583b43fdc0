import type { ReactElement } from 'react';
import { can } from '../../../shared/session/can.ts';
import { Dialog, type DialogProps } from '../../ui/dialog.tsx';
import { EmergencyButton } from './emergency/emergency-button.tsx';
import { useView } from './view.ts';
import styles from './frame/frame.module.css';

/** A dialog over a live session. What lies under it cannot be pressed, so it carries the emergency button itself. */
export function SessionDialog(props: DialogProps): ReactElement {
  const { session } = useView();
  const emergency = can(session).beginEmergency ? <EmergencyButton small /> : null;
  const corner =
    props.corner === undefined ? (
      emergency
    ) : (
      <div className={styles.corner}>
        {props.corner}
        {emergency}
      </div>
    );
  return <Dialog {...props} corner={corner} />;
}
