import { isOffSheet } from '../lights/sheet.ts';
import { livePhases } from './live-phases.ts';
import type { Session } from './state.ts';

/** Commands about light. Cues come with the start: nothing is there to hold before it. */
export function lightTable(session: Session) {
  const { phase, emergency, lighting } = session;
  const isLive = livePhases.includes(phase);
  const calm = isLive && emergency === null;
  // Nothing darkens the way of a patient who is up, and nothing leads back from there but their return.
  const lies = lighting.away === null;
  return {
    setLights: isLive || phase === 'draft',
    lightsFull: isLive || phase === 'draft',
    holdLights: isLive && session.started !== null && lighting.held === null,
    releaseLights: isLive && lighting.held !== null,
    comfort: calm && lighting.comfort === null && lies,
    comfortBack: calm && lighting.comfort !== null && lies,
    backToSheet: calm && lies && lighting.comfort === null && isOffSheet(session),
    showDarkest: calm && lies && phase === 'preChecks' && lighting.darkest === null && lighting.comfort === null,
    endDarkest: lighting.darkest !== null,
  };
}
