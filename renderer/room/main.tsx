import { evolve } from '../../shared/session/evolve.ts';
import { windowBridge } from '../client/window-bridge.ts';
import { drawRoom } from './draw-room.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('No element to draw in');
drawRoom(root, windowBridge(), evolve);
