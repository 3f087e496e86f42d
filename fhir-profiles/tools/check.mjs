// Examples (and any further flags) pass the chain, broken ones do not.
// Usage: check.mjs CORE_FOLDER GENERATED_FOLDER [FLAG_FOLDER...]
import { breakAll } from './broken.mjs';
import { createChain } from './chain.mjs';
import { readAll } from './json.mjs';
import { createTally } from './tally.mjs';

const [core, generated, ...more] = process.argv.slice(2);
const problemsOf = createChain(core, generated);
const examples = readAll(generated, /^(Observation|Device|Provenance)-/);
const tally = createTally();

for (const resource of [...examples, ...more.flatMap((folder) => readAll(folder, /\.json$/))]) {
  const problems = problemsOf(resource);
  tally.add(problems.length === 0, `valid: ${resource.resourceType}/${resource.id}`, problems);
}
for (const broken of breakAll(examples)) tally.refusal(broken, problemsOf(broken.resource));
tally.close();
