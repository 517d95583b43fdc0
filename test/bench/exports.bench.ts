import { fhirBundles } from './exports-fhir.ts';
import { sessionPdf } from './exports-pdf.ts';
import type { Bench } from './result.ts';

/** What leaves the app: FHIR bundles that others accept, and how long a PDF takes. */
export const exportsBench: Bench = {
  name: 'review-exports',
  run: async () => [await sessionPdf(), ...fhirBundles()],
};
