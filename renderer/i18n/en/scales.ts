/** Discharge scores, by `scale.<scale>.<item>.<score>`. */
export const scales = {
  aldrete: {
    activity: { name: 'Activity', 2: 'moves 4 limbs', 1: 'moves 2 limbs', 0: 'moves none' },
    respiration: { name: 'Breathing', 2: 'deep, coughs freely', 1: 'shallow or limited', 0: 'apneic' },
    circulation: { name: 'Blood pressure against baseline', 2: 'within 20 %', 1: '20 to 50 %', 0: '50 % or more' },
    consciousness: { name: 'Consciousness', 2: 'fully awake', 1: 'wakes on calling', 0: 'no response' },
    oxygen: { name: 'Oxygen', 2: 'over 92 % on room air', 1: 'needs O₂ for over 90 %', 0: 'under 90 % with O₂' },
  },
  padss: {
    vitals: { name: 'Vital signs against baseline', 2: 'within 20 %', 1: '20 to 40 %', 0: 'over 40 %' },
    ambulation: { name: 'Walking', 2: 'steady, no dizziness', 1: 'with help', 0: 'none, or dizzy' },
    nausea: { name: 'Nausea and vomiting', 2: 'minimal', 1: 'moderate', 0: 'severe' },
    pain: { name: 'Pain', 2: 'minimal', 1: 'moderate', 0: 'severe' },
    bleeding: { name: 'IV site bleeding', 2: 'minimal', 1: 'moderate', 0: 'severe' },
  },
} as const;
