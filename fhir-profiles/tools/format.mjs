// Copies JSON files from one folder to another in one stable form: two spaces, a final newline.
// Usage: format.mjs FROM TO
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const names = readdirSync(from).filter((name) => name.endsWith('.json')).sort();
for (const name of names) {
  writeFileSync(join(to, name), `${JSON.stringify(JSON.parse(readFileSync(join(from, name), 'utf8')), null, 2)}\n`);
}
console.log(`written: ${names.length} files`);
