import { lampsFinding } from './lamps.ts';
import { lightsFinding } from './lights-room.ts';
import { musicFinding } from './music-library.ts';
import { musicSetFinding } from './music-sets.ts';

/** What the start-up check found, by `finding.<code>`; a code that is not here is said as its failure says it. */
export const finding = {
  sendingDamaged:
    'The list of what was sent to the clinic’s record system was damaged and was set aside. What was sent is in the audit; sessions can be sent again.',
  ...musicFinding,
  ...musicSetFinding,
  ...lampsFinding,
  lights: lightsFinding,
  record: {
    notClosedCleanly: 'The app did not end by itself last time. The record was checked and is whole.',
    upgraded:
      'The record was brought up to this version of the app. A copy of it as it was before lies with the backups.',
    chainBroken:
      'The record’s chain does not hold: something was changed or removed from outside. Nothing was deleted.',
    bodyMissing: 'An entry of the record is missing. Nothing was deleted by the app.',
    bodyChanged: 'An entry of the record was changed from outside.',
    rowUnreadable: 'An entry of the record cannot be read.',
    rulesChanged: 'The record’s rules against changing were removed from outside. They were put back.',
    pagesDamaged:
      'Parts of the record’s file cannot be read. Nothing was deleted. Tell whoever looks after this computer; a backup brings back what is missing.',
    contentChanged: 'A protocol or music list that the record keeps was changed or removed from outside.',
    erasureChanged: 'The list of erased entries was changed from outside.',
    commandsChanged: 'The list of what was answered to entries was changed from outside.',
    fileChanged: 'What the record’s file says of itself was changed from outside.',
    staffChanged: 'The list of staff and their PINs was changed from outside: it does not follow from the record.',
    behindAnchor:
      'Entries that were there before are missing at the end of the record. “Record health” says from when to when.',
    rewritten: 'The record is not the one that was noted earlier. “Record health” says from when on.',
    anchorsMissing:
      'The notes of where the record ended are missing. The record itself was checked; new notes are kept from now on.',
    anchorsDamaged: 'Some notes of where the record ended were changed or cut. The record itself was checked.',
    entryImpossible:
      'An entry could not be written, and never can be, because of a fault in this program. Compare the record with your paper.',
    damaged: 'The file of the record is damaged. Nothing was deleted.',
    practiceAnew:
      'The practice record could not be opened. It was set aside and begun anew; the clinic’s record is not touched.',
  },
  vault: {
    restored: 'The key of the record was damaged and was restored from its second copy.',
    returned: 'The key file was lost, and was taken back from the newest backup.',
  },
  backup: {
    restored: 'The record was restored from a copy. What stood in its place before was set aside.',
    outside: 'For three days no copy has reached the second place for backups. Copies on this computer go on.',
  },
} as const;
