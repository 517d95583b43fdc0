/**
 * A text as FHIR takes it: blanks of other kinds (a name that was pasted may have one that does not break) become plain ones,
 * control characters and halves of characters go, and nothing is empty.
 */
export function fhirText(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/[^\S \r\n\t]/gu, ' ')
    .replaceAll(/(?![\r\n\t])\p{Cc}/gu, '');
  return plain.trim() === '' ? '–' : plain;
}

/** The same for every text in a resource. */
export function withFhirTexts<T>(value: T): T {
  return mapped(value) as T;
}

function mapped(value: unknown): unknown {
  if (typeof value === 'string') return fhirText(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part)]));
}
