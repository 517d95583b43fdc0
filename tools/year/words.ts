/** Everything that people in the made-up year wrote or said. None of it is anybody's. */

export const wishes = [
  'Hand on the shoulder if they call',
  'Second blanket from the start',
  'Not to be spoken to unless they speak first',
  'Door ajar',
  'Music softer than last time',
  'Water afterwards, nothing sweet',
];

export const intentions = [
  'To be less afraid of the evenings',
  'To look at what happened in spring, from a little further away',
  'Just to rest',
  'To sleep through again',
  'To let it come and not fight it',
  'To think of my father without the anger',
];

export const calmNotes = [
  'Lies still, breathing quietly, mask on.',
  'Hands open on the blanket, face relaxed.',
  'A few tears, then calm. Did not want to be spoken to.',
  'Moves the feet to the music now and then.',
  'Smiles, says something that is not to be understood.',
  'Eyes open for a moment, asks whether everything is all right. It is.',
  'Second blanket given.',
];

export const backNotes = [
  'Awake, knows where they are. Speech clear.',
  'Tea and a biscuit, sits on the edge of the bed without dizziness.',
  'Quiet, wants to write something down before talking.',
  'Tired, but says it was good.',
];

export const ownWords = [
  'Like lying under the ice of a lake, but warm. I could hear everything and nothing mattered.',
  'I was in our old kitchen and everybody was there. I was not sad about it.',
  'Mostly colours and slow water. Time was gone.',
  'It was too much at first, then somebody took my hand and I let go.',
  'I saw the year from above. It was only a year.',
  'Nothing much. I rested, that was good enough.',
  'The music carried me. At the end I did not want to come back.',
  'A long road at night, and I was not the one driving.',
];

export const lateReasons = ['Patient in deep rest, taken when they stirred', 'Cuff had slipped and was put on anew'];
export const notObtainedReasons = ['Deeply at rest, breathing watched instead', 'Cuff failed twice, pulse felt'];
export const amendReasons = ['Typing error', 'Read off the wrong line of the monitor', 'Arm had been bent'];

export const integrationNotes = [
  'Spoke about the image of the kitchen. Wants to call the sister, has put it off for two years. We agreed on Sunday.',
  'Less rumination in the mornings by own account. Sleep unchanged. To go on with the walks.',
  'Difficult session, felt lost in the middle. What helped: the hand and the slow music. Next time say both beforehand.',
  'Nothing comes up in words. Drew instead: water, a door. We leave it so.',
  'Grief about the father is there and bearable. Cried here, was relieved afterwards.',
  'Back at work half days since Monday. Proud of it, afraid of the full day. Small steps named.',
  'Says the effect holds four days, then fades. Told the prescriber.',
];

export const again = [
  'Cooked for the first time in weeks',
  'Went to the allotment',
  'Answered letters',
  'Laughed at breakfast',
  'Walked to work instead of the bus',
];

export const addenda = [
  'Weight was typed from the scale in clothes; without shoes it is one kilogram less. The order stays within its rounding.',
  'Family doctor told of the blood pressure today, letter in the file.',
  'Patient says on the telephone that the headache was gone by the evening.',
  'Second reading of recovery stands ten minutes late because the nurse was with another patient; nobody was left alone.',
];
