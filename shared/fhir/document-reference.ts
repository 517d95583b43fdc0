import { instant, named } from './parts.ts';
import { concept, own } from './parts.ts';
import type { FhirContext, Resource } from './resource.ts';

/** A document about the session that goes with it. */
export interface SessionDocument {
  readonly name: string;
  readonly title: string;
  readonly contentType: 'application/pdf';
  /** The bytes, base64. */
  readonly data: string;
  /** Epoch ms. */
  readonly madeAt: number;
}

export function documentReference(context: FhirContext, document: SessionDocument): Resource {
  const { uuidOf, subject, encounter } = context;
  const { name, title, contentType, data, madeAt } = document;
  return {
    resourceType: 'DocumentReference',
    ...{ id: uuidOf(name), identifier: named(name), status: 'current' },
    type: concept('Session record', own('sessionRecord')),
    ...{ subject, date: instant(madeAt) },
    content: [{ attachment: { contentType, title, data, creation: instant(madeAt) } }],
    context: { encounter: [encounter] },
  } as Resource;
}
