/** All that is composed. */
import type { SetSpec, TrackSpec } from '../types.ts';
import { GLASS_HARBOUR } from './glass-harbour.ts';
import { RECOVERY } from './recovery.ts';
import { SHORELINE } from './shoreline.ts';
import { UNDERSTORY } from './understory.ts';

export const SETS: readonly SetSpec[] = [SHORELINE, GLASS_HARBOUR, UNDERSTORY];
export const RECOVERY_BED: TrackSpec = RECOVERY;
export const ALL_TRACKS: readonly TrackSpec[] = [...SETS.flatMap((set) => set.tracks), RECOVERY];
