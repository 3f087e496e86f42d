// Examples (and any further files) pass the chain, broken flags do not. Usage: check.mjs CORE_FOLDER GENERATED_FOLDER [FLAG_FOLDER...]
import { breakFlag, broken, alsoBroken } from './broken.mjs';
import { createChain, readAll } from './chain.mjs';

const [core, generated, ...more] = process.argv.slice(2);
const problemsOf = createChain(core, generated);
const examples = [readAll(generated, /^(Observation|Device|Provenance)-/), ...more.map((folder) => readAll(folder, /\.json$/))].flat();
const tally = { passed: 0, failed: 0 };
const count = (ok, text) => {
  tally[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`);
};

for (const example of examples) {
  const problems = problemsOf(example);
  count(problems.length === 0, `${example.resourceType}/${example.id} is valid${problems.map((p) => `\n       ${p}`).join('')}`);
}
const whole = examples.find((e) => e.id === 'flag-positive-to-negative');
for (const [name, flag] of breakFlag(whole, { ...broken, ...alsoBroken })) {
  const problems = problemsOf(flag);
  count(problems.length > 0, `refused: ${name}${problems[0] ? ` (${problems[0]})` : ''}`);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
