import type { ComponentType } from 'react';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import { BackupsPanel } from './backups-panel.tsx';
import { CopiesPanel } from './copies/copies-panel.tsx';
import { RetentionPanel } from './retention/retention-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { ArchivePanel } from './archive/archive-panel.tsx';
import { HealthPanel } from './health-panel.tsx';

/** One part of the record's screen; it asks main for what it shows. */
export interface RecordPanel {
  readonly name: string;
  readonly Panel: ComponentType<{ readonly status: AppStatus }>;
}

/** In the order in which they stand on the screen. */
export const panels: readonly RecordPanel[] = [
  { name: 'health', Panel: HealthPanel },
  { name: 'backups', Panel: BackupsPanel },
  { name: 'retention', Panel: RetentionPanel },
  { name: 'keys', Panel: KeysPanel },
  { name: 'archive', Panel: ArchivePanel },
  { name: 'copies', Panel: CopiesPanel },
];
