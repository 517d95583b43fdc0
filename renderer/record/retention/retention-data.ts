import type { RequestData } from '../../../shared/ipc/contract.ts';
import type { Patient } from '../../../shared/people/people.ts';

/** What the panel knows of rule, holds and erasures. */
export type RetentionData = RequestData<'retention.read'>;

/** What is being asked about, over the panel. */
export type Asking =
  | { readonly kind: 'years' }
  | { readonly kind: 'hold' | 'lift' | 'erase'; readonly patient: Patient };
