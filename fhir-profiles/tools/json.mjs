import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON files of a folder whose name matches, in the order of their names. */
export const readAll = (folder, pattern) =>
  readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
