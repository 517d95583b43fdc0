import type { BandField } from '../vitals/band-fields.ts';
import type { Author } from './event.ts';

/** What was answered to a band. */
export interface BandAnswer {
  readonly kind: 'seen' | 'acted';
  /** Who acts and what is done; null where it was seen only. */
  readonly who: string | null;
  readonly action: string | null;
  readonly seq: number;
  readonly at: number;
  readonly author: Author;
}

/** A band that a reading raised, as it was then. */
export interface RaisedBand {
  readonly readingId: string;
  readonly seq: number;
  readonly at: number;
  readonly level: 'amber' | 'red';
  readonly fields: readonly BandField[];
  readonly symptoms: string | null;
  readonly answer: BandAnswer | null;
}

/** What a session knows of bands, oldest first. */
export interface AttentionOfSession {
  readonly raised: readonly RaisedBand[];
}

export const noAttention: AttentionOfSession = { raised: [] };
