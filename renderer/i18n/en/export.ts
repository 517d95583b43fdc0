/** Sessions that are written out of the app. */
export const exporting = {
  open: 'Export',
  title: 'Export this session',
  titleMany_one: 'Export {{count}} session',
  titleMany_other: 'Export {{count}} sessions',
  openMany: 'Export these',
  openChosen: 'Export chosen',
  andMore_one: 'and one more',
  andMore_other: 'and {{count}} more',
  warning:
    'The file is not locked: whoever has it can read the patient’s name and record. Each export is noted with your name.',
  practice: 'This is practice. The file says so in every line.',
  wait: 'Writing…',
  saved: 'Saved as {{name}}.',
  savedMany_one: '{{count}} session saved as {{file}}.',
  savedMany_other: '{{count}} sessions saved as {{file}}.',
  progress: '{{done}} of {{total}} sessions written',
  stop: 'Stop',
  kind: {
    pdfA4: { name: 'PDF, A4', hint: 'To read and to file: chart, every reading and entry, amendments.' },
    pdfLetter: { name: 'PDF, Letter', hint: 'The same on American paper.' },
    readingsCsv: {
      name: 'Readings as a table (CSV)',
      hint: 'For a spreadsheet. Amended and withdrawn readings are there, marked.',
    },
    eventsCsv: { name: 'All entries as a table (CSV)', hint: 'Every entry in its order, with who made it.' },
    fhir: { name: 'For another record system (FHIR R4)', hint: 'What other clinics’ systems read.' },
    json: { name: 'Whole session (JSON)', hint: 'For other programs. Its form is in the docs folder of the app.' },
  },
} as const;
