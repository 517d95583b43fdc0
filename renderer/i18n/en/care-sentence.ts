/** The record in words: the patient up, and the doctor called. */
export const careSentence = {
  medicationDeclined: '{{drug}} {{dose}} {{route}} offered, declined',
  patientUp: 'The patient gets up',
  patientWalks: {
    nurse: 'The nurse walks with the patient',
    companion: 'A companion walks with the patient',
    nobody: 'The patient walks alone',
  },
  pumpRunsWhileUp: 'The pump runs while the patient is up',
  patientBack: 'The patient is back, after {{time}}',
  doctorCalled: 'Doctor called',
  doctorAnswered: '{{name}} answered after {{time}}',
  doctorSaid: 'said “{{text}}”',
  doctorOrdered: 'ordered “{{text}}”, read back',
  doctorNotReached: 'No doctor reached after {{time}}',
  callTakenBack: 'Taken back: doctor called',
  callOrderSigned: 'Order of {{time}} by telephone signed by {{who}}: {{text}}',
} as const;
