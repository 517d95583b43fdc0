/** What may be written out of sessions as a file. */
export const fileKinds = ['readingsCsv', 'eventsCsv', 'json', 'fhir'] as const;
export type FileKindOfExport = (typeof fileKinds)[number];

/** What is printed of one session into a file: on which paper. */
export const pageKinds = ['pdfA4', 'pdfLetter'] as const;
export type PageKind = (typeof pageKinds)[number];

/** What one session may be written out as. */
export const exportKinds = [...pageKinds, ...fileKinds] as const;
export type ExportKind = (typeof exportKinds)[number];

/** The same, the patient's own copy, what goes to the clinic's FHIR server, and the owner's statistics, which name no session: what the audit tells apart. */
export const leavingKinds = [...exportKinds, 'patientPaper', 'patientFile', 'fhirServer', 'statisticsCsv'] as const;
export type LeavingKind = (typeof leavingKinds)[number];
