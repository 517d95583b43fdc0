import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder that holds package.json. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Where runs leave reports and small memories; never committed. */
export const outFolder = inRoot('out');
