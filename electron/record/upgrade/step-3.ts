import { reviewTables } from '../schema-review.ts';
import type { Sqlite } from '../sqlite.ts';

/**
 * Schema 2 to 3: what waits for somebody, who read a session, and figures of those that are over. Only derived tables are
 * added; they fill as the lists are folded anew.
 */
export function stepTo3(database: Sqlite): void {
  for (const statement of reviewTables) database.exec(statement);
}
