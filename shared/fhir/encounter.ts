import type { Session } from '../session/state.ts';
import { concept, instant, named, own, systems } from './parts.ts';
import type { FhirContext, Resource } from './resource.ts';

const encounterStatus: Readonly<Record<Session['phase'], string>> = {
  draft: 'planned',
  preChecks: 'arrived',
  infusing: 'in-progress',
  overtime: 'in-progress',
  recovery: 'in-progress',
  finished: 'finished',
  notGiven: 'cancelled',
};

/** The visit, in its room. */
export function encounterOf({ told: { session }, subject, uuidOf }: FhirContext): Resource {
  const { finished, sessionId, created, phase, createdAt, started } = session;
  const start = Math.min(createdAt, started?.at ?? createdAt);
  return {
    resourceType: 'Encounter',
    id: uuidOf(`session/${sessionId}`),
    identifier: named(sessionId),
    status: encounterStatus[phase],
    class: { system: systems.encounterClass, code: 'AMB', display: 'ambulatory' },
    type: [concept('Ketamine infusion session', own('session'))],
    subject,
    period: { start: instant(start), ...(finished === null ? {} : { end: instant(Math.max(start, finished.at)) }) },
    location: [{ location: { display: created.room } }],
    ...(finished === null
      ? {}
      : { hospitalization: { dischargeDisposition: concept(finished.how, own(finished.how)) } }),
  } as Resource;
}

/** The infusion; one that was not given says why. None where nothing is decided yet. */
export function procedureOf({ told: { session }, subject, encounter, uuidOf }: FhirContext): Resource[] {
  const { stopped, started, sessionId, notGiven } = session;
  const name = `infusion/${sessionId}`;
  const common = {
    ...{ resourceType: 'Procedure', id: uuidOf(name), identifier: named(name), subject, encounter },
    code: concept('Ketamine infusion', own('infusion')),
  };
  if (started === null) {
    if (notGiven === null) return [];
    const statusReason = concept(notGiven.reason, own(notGiven.postponed ? 'postponed' : 'notGiven'));
    return [{ ...common, status: 'not-done', statusReason } as Resource];
  }
  const early = stopped?.early === true;
  const status = stopped === null ? 'in-progress' : early ? 'stopped' : 'completed';
  return [
    {
      ...common,
      status,
      performedPeriod: {
        start: instant(started.at),
        ...(stopped === null ? {} : { end: instant(Math.max(started.at, stopped.at)) }),
      },
      ...(early ? { statusReason: concept(stopped.note ?? stopped.reason, own(stopped.reason)) } : {}),
    } as Resource,
  ];
}
