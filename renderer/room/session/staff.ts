import { createContext, useContext, useEffect, useState } from 'react';
import type { Staff } from '../../../shared/people/people.ts';
import type { Author } from '../../../shared/session/event.ts';
import { useClient } from '../../client/room-context.ts';
import { initials } from './format.ts';

/** The clinic's staff, for names beside entries and for second checks. */
export const StaffContext = createContext<readonly Staff[]>([]);

/** The clinic's staff; empty until main has answered. */
export function useStaff(): readonly Staff[] {
  return useContext(StaffContext);
}

/** Asks main for the staff, and again when `signedInId` changes; the screen that gives `StaffContext` does so once. */
export function useStaffList(signedInId: string | null): readonly Staff[] {
  const client = useClient();
  const [staff, setStaff] = useState<readonly Staff[]>([]);
  useEffect(() => {
    let gone = false;
    void client.request('staff.list', {}).then((answer) => {
      if (!gone && answer.ok) setStaff(answer.data.staff);
    });
    return () => {
      gone = true;
    };
  }, [client, signedInId]);
  return staff;
}

/** Name of a staff member; their id where the list does not know them. */
export function staffName(staff: readonly Staff[], staffId: string): string {
  return staff.find((member) => member.staffId === staffId)?.name ?? staffId;
}

/** Who made an entry, short: initials; null for the app and for entries nobody has signed for. */
export function authorInitials(staff: readonly Staff[], author: Author): string | null {
  return author.kind === 'staff' ? initials(staffName(staff, author.staffId)) : null;
}
