// Builds the package hl7.fhir.r4.core#4.0.1 that SUSHI wants, from the R4 definitions that the examples package carries:
// no FHIR package server is asked. Usage: core-package.mjs EXAMPLES_FOLDER PACKAGE_FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source, target] = process.argv.slice(2);
const kinds = /^(StructureDefinition|ValueSet|CodeSystem|SearchParameter|OperationDefinition|CompartmentDefinition|ConceptMap|CapabilityStatement|NamingSystem)-/;
const published = /^http:\/\/(hl7\.org\/fhir|terminology\.hl7\.org)\//;

mkdirSync(target, { recursive: true });
const files = [];
for (const filename of readdirSync(source).sort()) {
  if (!kinds.test(filename)) continue;
  const text = readFileSync(join(source, filename), 'utf8');
  const { resourceType, id, url, version, kind, type, derivation } = JSON.parse(text);
  if (!published.test(url ?? '')) continue;
  writeFileSync(join(target, filename), text);
  files.push({ filename, resourceType, id, url, version, kind, type, derivation });
}
const manifest = { name: 'hl7.fhir.r4.core', version: '4.0.1', type: 'fhir.core', fhirVersions: ['4.0.1'], canonical: 'http://hl7.org/fhir' };
writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
writeFileSync(join(target, '.index.json'), JSON.stringify({ 'index-version': 1, files }));
console.log(`core package: ${files.length} definitions`);
