/** The dialog that makes the patient's copy of their own record; the words of the page itself stand in `i18n/copy`. */
export const patientCopy = {
  dialog: {
    button: 'Copy for the patient',
    title: 'Copy for the patient',
    intro:
      'Patients may have a copy of their record. Write down that they asked; what is still owed is then not forgotten.',
    askedOn: 'Asked for on',
    what: 'Of what',
    of: { page: 'One page in plain words', whole: 'The page and the whole record' },
    ask: 'Write down the request',
    open: 'Asked for on {{day}}: one page in plain words.',
    openWhole: 'Asked for on {{day}}: one page in plain words, and the whole record.',
    language: 'Language of the page',
    languageHint: 'The whole record behind it stays as it was written.',
    paper: 'Paper',
    size: { a4: 'A4', letter: 'Letter' },
    print: 'Print it',
    save: 'Save it as a file with a password',
    password: 'The file opens with these words only:',
    howToOpen:
      'Tell them the words in person or by telephone, never beside the file. Any program that shows PDFs asks for them. Nobody can open the file without them, the clinic neither; then make another copy. The words are not kept here.',
    identity: 'How you know that it is the patient',
    choose: 'Choose',
    proof: {
      document: 'Saw an identity document',
      nameAndBirth: 'They said name and date of birth',
      known: 'I know them',
    },
    hand: 'I have handed it over',
    handed: { paper: 'Handed over on paper on {{day}}.', file: 'Handed over as a file on {{day}}.' },
  },
} as const;
