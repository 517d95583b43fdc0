/** What the app looks at on its own computer, by check and by what was found. */
export const pcChecks = {
  title: 'This computer',
  intro: 'The app looks at these by itself. None of them holds the start up; what it found is kept with the start.',
  again: 'Look again',
  looking: 'Looking…',
  failed: 'The computer could not be looked at.',
  lookAt_one: 'This computer: one thing to look at',
  lookAt_other: 'This computer: {{count}} things to look at',
  answer: { ok: 'in order', look: 'look at this', unknown: 'cannot be told' },
  disk: {
    name: 'Room on the disk',
    enough: '{{free}} GB free, {{need}} GB needed.',
    little: '{{free}} GB free, {{need}} GB needed. Empty the bin or move files away before a long day.',
    unknown: 'The system does not say how much is free.',
  },
  sleep: {
    name: 'Stays awake',
    blocked: 'The computer and its screen stay on while the session is open.',
    notBlocked:
      'The system did not take the request to stay awake. Plug the charger in and switch sleep off in its settings.',
    unknown: 'This system does not say.',
  },
  restart: {
    name: 'Restart waiting',
    none: 'The system is not waiting for one.',
    pending:
      'The system waits for a restart, to finish an update. Restart now, or make sure that it does not by itself.',
    unknown: 'This system does not say whether an update waits for a restart.',
  },
  audio: {
    name: 'Headphones',
    present: '{{name}} is there.',
    missing: '{{name}} is not there. Plug it in or switch it on, or choose another.',
    default: 'None are chosen: the sound goes where the system sends it.',
    waiting: '{{name}} is being looked for.',
    player: 'The player does not answer. It is started again by itself.',
  },
  lamps: {
    name: 'Lamps',
    none: 'No lamps are set up: light is dimmed by hand.',
    reached: 'Every lamp answers ({{count}}).',
    missed: 'Not reached: {{names}}. Look at switch and plug, or dim by hand.',
    starting: 'The lamps are being connected.',
    unanswered: 'Lamps on DMX do not answer, so nobody can tell. Look at them.',
  },
  clock: {
    name: 'Clock',
    right: '{{time}}, {{zone}}.',
    set: '{{time}}, {{zone}}. It was set by {{seconds}} s within the last hour: compare it with another clock.',
    behind: '{{time}}, {{zone}}. That is before the newest entry of the record ({{newestTime}}): set the clock right.',
    zone: '{{time}}, {{zone}}. The session was begun in another time zone ({{before}}): look at the settings of the clock.',
  },
} as const;

/** The record in words. */
export const pcSentence = {
  pcChecked: 'Computer looked at: {{what}}',
  pcLook: 'to look at: {{names}}',
  pcUnknown: 'cannot be told: {{names}}',
  pcOk: 'in order: {{names}}',
} as const;
