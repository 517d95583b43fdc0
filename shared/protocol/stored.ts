import * as z from 'zod/mini';
import { defaultMoaas, noInstructions } from './bands.ts';
import { noCarePlan } from './care-plan.ts';
import { itemOfFormOne } from './check-item.ts';
import { plainSheets } from './leaving-sheets.ts';
import { defaultReadingRules } from './reading-plan.ts';
import { PROTOCOL_VERSION, protocolSchema } from './schema.ts';

/** Turns a protocol of one form into the next one's. Pure, kept for ever, each with a fixture. */
type Step = (protocol: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

const itemsOfFormOne = z.array(z.looseObject({}));

/** What is no list stays what it is, and does not parse then. */
function listOfFormOne(list: unknown): unknown {
  const found = itemsOfFormOne.safeParse(list);
  return found.success ? found.data.map(itemOfFormOne) : list;
}

/** `steps[n - 1]` leads from form n to n + 1. What an older form did not say is what the app did then. */
const steps: readonly Step[] = [
  (protocol) => ({
    ...protocol,
    schemaVersion: 2,
    bands: bandsOfFormOne(protocol['bands']),
    readingRules: defaultReadingRules,
    care: noCarePlan,
    preChecks: listOfFormOne(protocol['preChecks']),
    recoveryChecks: listOfFormOne(protocol['recoveryChecks']),
    sheets: plainSheets,
  }),
  (protocol) => ({ ...protocol, schemaVersion: 3, bands: bandsOfFormTwo(protocol['bands']) }),
];

function bandsOfFormOne(bands: unknown): unknown {
  if (typeof bands !== 'object' || bands === null) return bands;
  return { ...bands, moaas: defaultMoaas, instructions: noInstructions };
}

/** No rise since the last reading raised a band. */
function bandsOfFormTwo(bands: unknown): unknown {
  return typeof bands !== 'object' || bands === null ? bands : { ...bands, overLast: null };
}

const versioned = z.looseObject({ schemaVersion: z.int().check(z.gte(1)) });

function inTodaysForm(stored: unknown): unknown {
  const found = versioned.safeParse(stored);
  if (!found.success || found.data.schemaVersion >= PROTOCOL_VERSION) return stored;
  return steps
    .slice(found.data.schemaVersion - 1)
    .reduce<Readonly<Record<string, unknown>>>((older, step) => step(older), found.data);
}

/** A protocol as it may lie in a record or a file, of any form up to today's. A newer form does not parse. */
export const storedProtocolSchema = z.pipe(z.transform(inTodaysForm), protocolSchema);
