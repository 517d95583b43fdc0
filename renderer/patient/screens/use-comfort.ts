import type { Comfort } from '../../../shared/intake/choice.ts';
import { useAsking, usePatient } from '../patient-context.ts';

/** The comfort wishes as they stand, and how one of them is changed. */
export function useComfort(): { readonly comfort: Comfort; readonly wish: (part: Partial<Comfort>) => void } {
  const { store } = usePatient();
  const { choice } = useAsking();
  return {
    comfort: choice.comfort,
    wish: (part) => store.change({ comfort: { ...choice.comfort, ...part } }),
  };
}
