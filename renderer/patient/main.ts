import { createClient } from '../client/client.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { drawPatient } from './draw-patient.tsx';
import { mainSide } from './main-side.ts';
import { openSound } from './sound.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('No element to draw in');
const client = createClient(windowBridge());
drawPatient(root, mainSide(client), openSound(client));
