/** Where the music is heard, and how loud. */
export const headphones = {
  title: 'Headphones',
  open: 'Headphones…',
  openShort: 'Headset…',
  openCharge: 'Headset {{percent}} %…',
  openLow: 'Headset low: {{percent}} %…',
  choose: 'Choose headphones…',
  chooseTitle: 'Where the patient hears the music',
  chooseLead: 'Music plays on these headphones and nowhere else. Put them in or switch them on, and they stand here.',
  none: 'No headphones: where this computer plays',
  noneHint: 'This may be its loudspeaker.',
  noneThere: 'This computer has no sound output just now.',
  gone: 'chosen, not there just now',
  connection: 'How they are connected',
  connections: {
    cable: 'USB cable',
    wireless: 'Wireless',
    socket: 'Socket of this computer',
  },
  connectionHint: {
    cable: 'Pulled out, they are missed at once.',
    wireless:
      'Switched off, paused or out of reach counts as pulled out. Their charge is shown where this computer tells it; else the app asks before the start.',
    socket:
      'Many computers play on through their loudspeaker when this plug is pulled, and do not tell. Try it now: pull the plug. If they still stand here as there, use USB or wireless ones.',
  },
  moves: {
    briefly:
      'Pulled out, this computer’s sound server (PulseAudio) plays up to a tenth of a second on the loudspeaker. It can be set up so that it does not.',
    untilStart:
      'Set up: pulled out, nothing is to be heard on the loudspeaker. It holds once this computer has been started again.',
    unknown:
      'What this computer does with the sound in the moment of pulling them out is not known. Turn its loudspeaker down in its own settings.',
  },
  keep: 'Set it up',
  use: 'Use these',
  useNone: 'Use no headphones',
  state: {
    default: 'No headphones are chosen. Music plays where this computer plays, perhaps on its loudspeaker.',
    waiting: 'Looking for {{label}}…',
    present: '{{label}} are there.',
    lost: '{{label}} are not there. Music stays silent until they are.',
    several: 'More than one output is called {{label}}. Choose which one it is.',
    back: '{{label}} are coming back.',
  },
  lost: {
    title: 'The headphones are gone: {{label}}.',
    text: 'Nothing is heard. The music keeps its place. Put them in, switch them on or press play on them: it comes back slowly.',
    silent: 'Silence stays as it was asked for.',
    several: 'More than one output is called {{label}}, so nothing is heard. Choose which one it is.',
    other: 'Other headphones…',
  },
  battery: 'Battery {{percent}} %.',
  batteryLow: 'Battery {{percent}} %: that may not last the session. Charge them, or take others.',
  charged: { ask: 'Are they charged? This computer does not tell.', press: 'Charged', done: '✓ Charged' },
  cap: {
    title: 'Never louder than',
    less: 'Less',
    more: 'More',
    relative: '{{percent}} % (relative level)',
    dba: 'about {{dba}} dB(A)',
    relativeHint: 'What that is at the ear is known after a calibration. The volume’s 100 % is this level.',
    dbaHint:
      'An estimate, for this computer’s volume as it was at the calibration of {{day}}. The volume’s 100 % is this level. {{hours}} hour a day for five days is about {{share}} % of the sound that WHO and ITU allow an adult in a week.',
  },
  ear: { title: 'Test tone, low', left: 'Left ear', right: 'Right ear' },
  calibrate: {
    open: 'Calibrate…',
    title: 'Calibrate {{label}}',
    lead: 'With a sound level meter, set to dB(A) and slow. The app plays even noise as loud as its music.',
    steps: [
      'Set this computer’s own volume to where it will always stay.',
      'Press one ear cup against the meter’s microphone, with a hand around it.',
      'Nobody wears the headphones.',
    ],
    nobody: 'Nobody wears them, the volume is set',
    loud: 'First noise: the loudest they may play now',
    soft: 'Second noise: half of that',
    play: 'Play',
    stop: 'Stop',
    shown: 'The meter shows',
    unit: 'dB(A)',
    wrong: 'A number from 30 to 120.',
    differ:
      'These two do not agree: the second should be about 6 below the first. Perhaps the room is too loud, the meter moved, or the headphones change the level by themselves. Measure again.',
    found:
      'At full output these headphones play about {{dba}} dB(A). It is an estimate: music differs by some decibels.',
    cap: 'Music never louder than',
    keep: 'Keep',
  },
  level: { dba: 'est. {{dba}} dB(A)', relative: 'relative' },
} as const;

/** Why something about the headphones was not done. */
export const outputFailure = {
  sessionRuns: { say: 'A session runs.', next: 'Test and calibrate the headphones when it is over.' },
  notThere: { say: 'The headphones are not there.', next: 'Put them in or switch them on, then try again.' },
  notKept: {
    say: 'The settings of the sound server could not be changed.',
    next: 'Put the line “rescue-streams = no” into ~/.config/pulse/daemon.conf by hand and start the computer again.',
  },
  readingsDiffer: { say: 'The two readings do not agree.', next: 'Measure both again.' },
} as const;
