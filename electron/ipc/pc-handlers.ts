import { success } from '../../shared/ipc/answer.ts';
import type { PcLook } from '../pc/pc-look.ts';
import type { Handlers } from './server.ts';

/** What the app sees of its own computer: nothing of a patient, so it needs nobody signed in. */
export function pcHandlers({ look }: Pick<PcLook, 'look'>): Pick<Handlers, 'pc.look'> {
  return { 'pc.look': async () => success({ results: [...(await look())] }) };
}
