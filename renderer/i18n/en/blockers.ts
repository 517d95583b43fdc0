/** What stands between the nurse and a start, or a leaving as fit; by `blocker.<code>`. */
export const blockers = {
  checkOpen: 'Not answered: {{item}}',
  checkNo: 'Answered no: {{item}}',
  orderMissing: 'The order is not entered',
  orderUnchecked: 'The order needs its second check',
  orderMg: 'The order says {{entered}} mg; mg/kg times weight is {{product}} mg',
  orderRate: 'At {{entered}} ml/h it takes {{minutes}} min; planned are {{planned}} min',
  baselineMissing: 'No baseline reading is accepted',
  baselineIncomplete: 'The baseline has no {{field}}',
  baselineGate: 'Baseline {{systolic}}/{{diastolic}} is in the {{band}} band: prescriber decides',
  scoreMissing: 'The discharge score is not entered',
  scoreLow: 'Score {{total}}; fit from {{fitFrom}}',
  judgementNotFit: 'Judged “not yet”',
  doseMissing: 'Milligrams given are not recorded',
  emergencyOpen: 'The emergency is still open',
  stayShort: '{{minutes}} min of the planned stay are left',
} as const;
