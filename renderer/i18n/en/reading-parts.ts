/** Words of what a reading says beside its figures: sedation on either scale, symptoms, position and arm. */
export const readingParts = {
  moaas: 'MOAA/S {{value}}',
  /** In a column headed by both scales. */
  moaasCell: 'M {{value}}',
  typedAt: 'typed at {{time}}, the time of taking entered by hand',
  doubt: {
    savedAlready: 'the same figures were saved a moment ago',
    spo2Place: 'SpO₂ and pulse the other way round',
    diastolicPlace: 'SpO₂ in the place of the diastolic value',
  },
  noSymptoms: 'no symptoms',
  symptoms: {
    chestPain: 'chest pain',
    breathless: 'short of breath',
    headache: 'sudden headache',
    vision: 'vision changed',
    palpitations: 'palpitations',
    dizzy: 'dizzy',
    nausea: 'nausea',
    anxious: 'anxious',
    other: 'another symptom',
  },
  position: { lying: 'lying', reclined: 'reclined', sitting: 'sitting', standing: 'standing' },
  arm: { leftArm: 'left arm', rightArm: 'right arm', elsewhere: 'cuff elsewhere' },
} as const;
