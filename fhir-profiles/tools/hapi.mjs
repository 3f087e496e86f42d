// Puts our definitions on a FHIR server and asks its $validate about resources.
// Usage: hapi.mjs BASE_URL GENERATED_FOLDER [FLAG_FOLDER...]
// HAPI_PUT=1 also stores the examples, and wants the broken ones refused on write (422).
import { breakAll } from './broken.mjs';
import { readAll } from './json.mjs';
import { stubsFor } from './stubs.mjs';
import { createTally } from './tally.mjs';

const [base, generated, ...more] = process.argv.slice(2);
const tally = createTally();

async function send(method, path, resource) {
  const headers = { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' };
  const answer = await fetch(`${base}/${path}`, { method, headers, body: JSON.stringify(resource) });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

const errorsOf = ({ body }) =>
  (body.issue ?? [])
    .filter((i) => ['error', 'fatal'].includes(i.severity))
    .map((i) => `${i.diagnostics} (${i.expression?.[0] ?? i.location?.[0] ?? '-'})`);

const put = (resource) => send('PUT', `${resource.resourceType}/${resource.id}`, resource);

async function store(resource) {
  const answer = await put(resource);
  tally.add([200, 201].includes(answer.status), `PUT ${resource.resourceType}/${resource.id}: ${answer.status}`, errorsOf(answer));
}

async function validate(resource) {
  const answer = await send('POST', `${resource.resourceType}/$validate`, resource);
  if (answer.body.resourceType !== 'OperationOutcome') throw new Error(`$validate: ${answer.status}, no OperationOutcome`);
  return errorsOf(answer);
}

// Without their snapshots, which the server makes itself: HAPI 8.2.0 with validation on write refuses a new profile that
// carries one, as it looks the profile up by its URL (obs-3 in the snapshot) before it holds it.
for (const kind of [/^CodeSystem-/, /^ValueSet-/, /^StructureDefinition-/]) {
  for (const { snapshot, ...definition } of readAll(generated, kind)) await store(definition);
}
const examples = readAll(generated, /^(Device|Observation|Provenance)-/);
for (const resource of [...examples, ...more.flatMap((folder) => readAll(folder, /\.json$/))]) {
  const problems = await validate(resource);
  tally.add(problems.length === 0, `valid: ${resource.resourceType}/${resource.id}`, problems);
}
const broken = breakAll(examples);
for (const one of broken) tally.refusal(one, await validate(one.resource));

if (process.env.HAPI_PUT === '1') {
  for (const resource of [...stubsFor(examples), ...examples]) await store(resource);
  for (const one of broken) {
    const answer = await put(one.resource);
    tally.refusal({ ...one, name: `${one.name} (PUT, ${answer.status})` }, answer.status === 422 ? errorsOf(answer) : []);
  }
}
tally.close();
