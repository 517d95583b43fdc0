/**
 * Requests that are answered once somebody has gone through a box of the operating system: a place for a file, a folder, a
 * printer. However long that takes is no silence of main's.
 */
export const requestsAtABox: ReadonlySet<string> = new Set([
  'archive.export',
  'archive.look',
  'backups.chooseFolder',
  'copy.make',
  'copy.open',
  'export.selection',
  'export.session',
  'patientCopy.print',
  'patientCopy.save',
  'protocols.readFile',
  'protocols.writeFile',
  'window.print',
]);
