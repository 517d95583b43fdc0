import type { SessionEvent } from '../session/event.ts';

/** What became of an entry: it stands, or a later one amended it, withdrew it, took it back or refused to sign for it. */
export type Standing = 'stands' | 'amended' | 'withdrawn' | 'takenBack' | 'disowned';

/** Seq of each entry that no longer stands as it was written, and what became of it. Entries that are not in it stand. */
export function standings(events: readonly SessionEvent[]): ReadonlyMap<number, Standing> {
  const found = new Map<number, Standing>();
  /** The entry that speaks last of something, by what it is about. */
  const last = new Map<string, number>();
  const turned = (about: string, standing: Standing): void => {
    const seq = last.get(about);
    if (seq !== undefined) found.set(seq, standing);
  };
  for (const { seq, body } of events) {
    switch (body.type) {
      case 'readingTaken':
      case 'readingNotObtained':
        last.set(`reading ${body.readingId}`, seq);
        break;
      case 'readingAmended':
        turned(`reading ${body.readingId}`, 'amended');
        last.set(`reading ${body.readingId}`, seq);
        break;
      case 'readingWithdrawn':
        turned(`reading ${body.readingId}`, 'withdrawn');
        break;
      case 'started':
      case 'pumpStopped':
        last.set(body.type, seq);
        break;
      case 'timeAmended':
        turned(body.what, 'amended');
        last.set(body.what, seq);
        break;
      case 'startTakenBack':
        turned('started', 'takenBack');
        break;
      case 'marked':
        last.set(`mark ${body.markId}`, seq);
        break;
      case 'markTakenBack':
        turned(`mark ${body.markId}`, 'takenBack');
        break;
      case 'doctorCalled':
        last.set(`call ${body.callId}`, seq);
        break;
      case 'callTakenBack':
        turned(`call ${body.callId}`, 'takenBack');
        break;
      case 'medicationGiven':
      case 'medicationDeclined':
        last.set(`medicine ${body.medicationId}`, seq);
        break;
      case 'medicationWithdrawn':
        turned(`medicine ${body.medicationId}`, body.reason === null ? 'takenBack' : 'withdrawn');
        break;
      case 'adverseEventNoted':
        last.set(`adverse ${body.adverseId}`, seq);
        break;
      case 'adverseEventWithdrawn':
        turned(`adverse ${body.adverseId}`, 'withdrawn');
        break;
      case 'pumpRateNoted':
      case 'pumpTotalRead':
        last.set(`pump ${body.noteId}`, seq);
        break;
      case 'pumpNoteWithdrawn':
        turned(`pump ${body.noteId}`, body.reason === null ? 'takenBack' : 'withdrawn');
        break;
      case 'disowned':
        for (const disowned of body.seqs) found.set(disowned, 'disowned');
        break;
      default:
        break;
    }
  }
  return found;
}

/** Who signed later for entries of the locked screen: seq of the entry, id of the staff member. */
export function claims(events: readonly SessionEvent[]): ReadonlyMap<number, string> {
  return new Map(
    events.flatMap(({ body, author }) =>
      body.type === 'claimed' && author.kind === 'staff' ? body.seqs.map((seq) => [seq, author.staffId] as const) : [],
    ),
  );
}
