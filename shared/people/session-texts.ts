import type { SessionBody } from '../session/event-bodies.ts';

/** Bodies that may hold free text, which the list is searched by. */
export const textTypes: ReadonlySet<string> = new Set<SessionBody['type']>([
  'checkAnswered',
  'wishesNoted',
  'overridden',
  'startTakenBack',
  'notGiven',
  'pumpPaused',
  'lengthChanged',
  'pumpStopped',
  'doseRecorded',
  'ownWordsKept',
  'finished',
  'readingNotObtained',
  'readingAmended',
  'readingWithdrawn',
  'timeAmended',
  'marked',
  'markDetailed',
  'medicationGiven',
  'medicationDeclined',
  'medicationWithdrawn',
  'pumpNoteWithdrawn',
  'adverseEventNoted',
  'adverseOutcomeNoted',
  'adverseEventTold',
  'adverseEventWithdrawn',
  'doctorAnswered',
  'noted',
  'sessionSigned',
  'addendumAdded',
  'lastNoteAnswered',
  'disowned',
  'safetySpoken',
  'emergencyStep',
]);

/** What people wrote in an event, in their own words; empty for most. What was corrected later stays findable. */
export function textsOf(body: SessionBody): readonly string[] {
  return parts(body).filter((text): text is string => text !== null && text !== '');
}

function parts(body: SessionBody): readonly (string | null)[] {
  switch (body.type) {
    case 'checkAnswered':
      return [body.value];
    case 'wishesNoted':
      return [body.intention, body.wishes];
    case 'addendumAdded':
    case 'ownWordsKept':
    case 'noted':
      return [body.text];
    case 'sessionSigned':
      return [body.next?.words ?? null];
    case 'lastNoteAnswered':
      return [body.decided];
    case 'overridden':
    case 'startTakenBack':
    case 'notGiven':
    case 'lengthChanged':
    case 'readingNotObtained':
    case 'readingAmended':
    case 'readingWithdrawn':
    case 'timeAmended':
    case 'disowned':
    case 'medicationWithdrawn':
    case 'pumpNoteWithdrawn':
    case 'adverseEventWithdrawn':
      return [body.reason];
    case 'pumpPaused':
    case 'pumpStopped':
    case 'doseRecorded':
    case 'marked':
    case 'markDetailed':
    case 'emergencyStep':
      return [body.note];
    case 'finished':
      return [body.escort, body.note];
    case 'adverseEventNoted':
      return [body.what];
    case 'adverseOutcomeNoted':
      return [body.note];
    case 'adverseEventTold':
      return [body.who];
    case 'safetySpoken':
      return [body.words];
    case 'doctorAnswered':
      return [body.who.name, body.said, body.order?.text ?? null];
    case 'medicationGiven':
    case 'medicationDeclined':
      return [body.drug];
    default:
      return [];
  }
}
