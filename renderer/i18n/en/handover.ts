/** Taking over the room, and what whoever walks in has to know. */
export const handover = {
  open: 'Hand over…',
  title: 'Taking over the room',
  has: 'Has the room: {{name}}',
  nobody: 'Nobody has said that they have the room.',
  who: 'I take over',
  act: 'Summary seen: I have this room',
  order: '{{mg}} {{drug}} ordered',
  about: 'about {{mg}} of {{ordered}} {{drug}} so far, {{source}}',
  given: '{{mg}} {{drug}} given',
  noOrder: 'no order yet',
  none: 'none yet',
  noneDue: 'nothing more is due',
  terms: { given: 'Given', now: 'Now', last: 'Last reading', worst: 'Worst reading', due: 'Due next', open: 'Goes on' },
  inMinutes: '{{what}}, in {{minutes}} min',
  late: '{{what}}, since {{minutes}} min',
  from: '{{name}} from {{time}}',
} as const;
