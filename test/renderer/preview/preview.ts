/// <reference types="vite/client" />
import { drawRoom } from '../../../renderer/room/draw-room.tsx';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { nextDecisions } from '../../../shared/session/sign-bodies.ts';
import type { WindowBridge } from '../../../shared/ipc/contract.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { InPageBridge } from '../../helpers/in-page-bridge.ts';
import { furnished, furnishedHealth } from '../../helpers/in-page/lamps.ts';
import { sceneChoices } from '../../helpers/in-page/room-intake.ts';
import { lightAs } from '../../helpers/in-page/room-lights.ts';
import { roomsAs, roomsScenes } from '../../helpers/in-page/rooms.ts';
import { playScene, sceneNames, type Nurse, type SceneName } from '../../helpers/in-page/scenes.ts';
import { recordSocket } from './record-socket.ts';

/**
 * The room window with main's side in the page. What to show stands in the address:
 * `?scene=infusing&min=31&sec=7&signedOut&practice`, or `?app=setup|locked|broken`, or nothing for the start page.
 * `&choice=set|chooseForMe|quiet|ownPhone|asking`: what the patient chose at intake.
 * `&light=lamps|held|comfort|failed|darkest`: three lamps of the clinic's, and what is asked of them.
 * `&read=164/98/97/90`: one more reading, of blood pressure, SpO₂ and pulse.
 * `&lamps`: a room with lamps, one of which does not answer. `&medicines`: two on the protocol's standing order.
 * `&rooms=calm|emergency`: what is heard of the other rooms.
 * `&rows=5000` makes the list of sessions that long.
 * `&record=ws://127.0.0.1:1234` reads sessions, lists and courses from a real record outside of the page.
 * `&unsaved=disk.full` has a reading and a mark that the disk refuses. `&past=2` adds finished sessions, `&note=hold` signs them with a note for the next, `&passphrase` asks for one, `&rate=60` runs faster, `&rate=0` stands.
 */
declare global {
  interface Window {
    stillroomPreview?: InPageBridge;
    playScene?: typeof playScene;
  }
}

const asked = new URLSearchParams(location.search);
const number = (name: string, otherwise: number) => Number(asked.get(name) ?? otherwise);
const plain = defaultProtocol(Date.UTC(2026, 8, 1), 'Dr. N. Okafor');
const medicines = [
  { id: 'o', drug: 'Ondansetron', dose: '4 mg', route: 'IV', secondCheck: true },
  { id: 'p', drug: 'Paracetamol', dose: '1 g', route: 'PO', secondCheck: false },
];
const page = new InPageBridge({
  ...{ wallMs: Date.parse('2026-11-21T13:00:00Z'), rate: number('rate', 1) },
  protocol: asked.has('medicines') ? { ...plain, care: { ...plain.care, medicines } } : plain,
});
const scene = sceneNames.find((name): name is SceneName => name === asked.get('scene'));
const app = asked.get('app');

const note = nextDecisions.find((decision) => decision === asked.get('note'));
for (let past = number('past', 0); past > 0; past -= 1) {
  const over = playScene(
    page,
    'finished',
    past % 2 === 0 ? { patientId: 'patient-priya', courseId: 'course-priya' } : {},
  );
  if (note !== undefined) {
    over.enter({
      ...{ type: 'signSession', staffId: 'staff-okafor', pin: '2580', meaning: 'responsible' },
      next: { decision: note, words: 'Blood pressure first, then ask me.' },
    });
  }
  page.advance(30 * 60_000);
}
page.moreRows = number('rows', 0);
let nurse: Nurse | null = null;
if (scene !== undefined) {
  const elapsedMs = asked.has('min') || asked.has('sec') ? (number('min', 0) * 60 + number('sec', 0)) * 1000 : null;
  const choice = sceneChoices.find((one) => one === asked.get('choice')) ?? null;
  const practice = asked.has('practice');
  const scenario = asked.get('practice') ?? '';
  const simulation = scenario === '' ? null : { scenario, seed: number('seed', 7) };
  nurse = playScene(page, scene, { practice, choice, simulation, ...(elapsedMs === null ? {} : { elapsedMs }) });
}
if (asked.has('lamps')) {
  page.lamps.setup = furnished;
  page.setStatus({ lampHealth: furnishedHealth(page.clock.now().wallMs - 55 * 60_000) });
}
const rooms = roomsScenes.find((one) => one === asked.get('rooms'));
if (rooms !== undefined) {
  page.rooms.view = roomsAs(rooms);
  setInterval(() => page.push('rooms', page.rooms.view), 1000);
}
const refusal = asked.get('unsaved');
if (refusal !== null && nurse !== null) {
  page.refuseDisk(refusal);
  nurse.enter({ type: 'note', text: 'Asks for a blanket' });
  page.advance(61_000);
  nurse.enter({ type: 'mark', markId: 'unsaved-mark', kind: 'nausea', note: null, agoMs: 0 });
  nurse.enter({
    type: 'takeReading',
    readingId: 'unsaved-reading',
    parts: {
      systolic: 128,
      diastolic: 82,
      spo2: 97,
      pulse: 84,
      respirations: null,
      sedation: null,
      oxygenTenths: null,
    },
    takenAt: page.clock.now().wallMs,
    confirmed: [],
  });
}
const read = asked.get('read');
if (read !== null && nurse !== null) {
  const [systolic = 0, diastolic = 0, spo2 = 0, pulse = 0] = read.split('/').map(Number);
  nurse.read(systolic, diastolic, spo2, pulse);
}
const light = asked.get('light');
if (light !== null && nurse !== null) lightAs(page, nurse, light);
if (asked.has('signedOut')) page.setStatus({ signedIn: null });
if (asked.has('passphrase')) page.setStatus({ passphraseNeeded: true });
if (app === 'setup') page.setStatus({ state: 'setup', signedIn: null });
if (app === 'locked') page.setStatus({ state: 'locked', signedIn: null, passphraseNeeded: true });
if (app === 'broken') page.setStatus({ state: 'broken', signedIn: null, problem: 'record.damaged' });

window.stillroomPreview = page;
window.playScene = playScene;
setInterval(() => page.tick(), 1000);
setInterval(() => page.sendClock(), 5000);
const root = document.getElementById('root');
if (root !== null) drawRoom(root, bridgeOf(page), evolve);

/** The page's own main, but for what is asked of a record outside. */
function bridgeOf({ bridge }: InPageBridge): WindowBridge {
  const address = asked.get('record');
  if (address === null) return bridge;
  const askRecord = recordSocket(address);
  const outside = /^(sessions\.(page|protocols)|session\.(open|since|earlier|checked)|course\.infusions|staff\.list)$/u;
  return {
    ...bridge,
    request: (message) => {
      const { name } = JSON.parse(message) as { readonly name: string };
      return outside.test(name) ? askRecord(message) : bridge.request(message);
    },
  };
}
