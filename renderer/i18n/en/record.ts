import { backups } from './record/backups.ts';
import { copies } from './record/copies.ts';
import { health } from './record/health.ts';
import { retention } from './record/retention.ts';
import { archive } from './record/archive.ts';

/** The record as a thing to look after. Each panel has a file of its own in `record/`. */
export const record = {
  backups,
  copies,
  health,
  title: 'Record health',
  intro: 'Whether the record is whole, when it was last copied, and what happens to its keys.',
  open: 'Look after the record',
  retention,
  act: { who: 'Owner or clinician', acting: 'Working…' },
  archive,
} as const;
