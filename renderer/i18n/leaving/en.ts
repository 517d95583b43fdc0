/**
 * Sheets to take home. No driving until after a night's sleep: the esketamine label; what to watch for: the European
 * leaflet (chest pain, breath, sudden headache, sight, seizure) and after-care lists. `{{number}}`: who answers at night.
 */
export const en = {
  patient: {
    title: 'For today',
    lines: [
      'Rest today. You may feel far away or tired for some hours.',
      'Do not drive or sign anything until you have slept a night.',
      'No alcohol today. Eat and drink when you feel like it.',
      'Nothing big has to be decided or understood today.',
      'If something is wrong, call: {{number}}',
    ],
  },
  companion: {
    title: 'For whoever takes them home',
    lines: [
      'They must not drive, cycle or use machines until they have slept a night.',
      'Please stay with them until they are home and steady on their feet.',
      'Tired, quiet or a little unsteady today is usual.',
      'Call an ambulance for: chest pain, trouble breathing, a sudden bad headache, changed sight, a seizure, or if they cannot be woken.',
      'Call us for: vomiting that does not stop, confusion that lasts, or thoughts of harming themselves.',
      'Number at night: {{number}}',
      'Please do not ask “Did it work?”. Being there is enough.',
    ],
  },
} as const;
