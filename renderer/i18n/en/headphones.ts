/** Where the music is heard, and how loud. */
export const headphones = {
  title: 'Headphones',
  open: 'Headphones…',
  openShort: 'Headset…',
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
      'Switched off or out of reach counts as pulled out. The app cannot see their charge: it asks before the start.',
    socket:
      'Many computers play on through their loudspeaker when this plug is pulled, and do not tell. Try it now: pull the plug. If they still stand here as there, use USB or wireless ones.',
  },
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
    text: 'Nothing is heard. The music keeps its place. Put them in or switch them on: it comes back slowly.',
    silent: 'Silence stays as it was asked for.',
    several: 'More than one output is called {{label}}, so nothing is heard. Choose which one it is.',
    other: 'Other headphones…',
  },
} as const;
