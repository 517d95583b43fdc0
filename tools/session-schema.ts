/** Writes the published JSON Schema of the app's session files: `docs/session-file.schema.json`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sessionFileJsonSchema } from '../shared/export/session-file.ts';

const place = path.join(import.meta.dirname, '../docs/session-file.schema.json');
writeFileSync(place, `${JSON.stringify(sessionFileJsonSchema(), null, 2)}\n`);
