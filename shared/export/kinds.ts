/** What may be written out of sessions as a file. */
export const fileKinds = ['readingsCsv', 'eventsCsv', 'json', 'fhir'] as const;
export type FileKindOfExport = (typeof fileKinds)[number];

/** Every way in which sessions leave the app, as the audit names them. */
export const exportKinds = [...fileKinds] as const;
export type ExportKind = (typeof exportKinds)[number];
