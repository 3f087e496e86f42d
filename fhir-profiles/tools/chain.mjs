// The chain a resource of ours has to pass: a published validator (medplum) against R4 and against our profile, the
// profile's invariants by a published FHIRPath engine, then elements.mjs.
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';
import { elementProblems, expand } from './elements.mjs';
import { readAll } from './json.mjs';

/** Returns a function: resource -> problems as texts, none if it passes. */
export function createChain(coreFolder, generatedFolder) {
  const profiles = readAll(generatedFolder, /^StructureDefinition-/);
  const systems = readAll(generatedFolder, /^CodeSystem-/);
  const expansions = new Map(readAll(generatedFolder, /^ValueSet-/).map((set) => [set.url, expand(set, systems)]));
  // base types only: medplum cannot parse some of the published profiles, and none of them is needed
  const types = readAll(coreFolder, /^StructureDefinition-/).filter((d) => d.derivation !== 'constraint');
  indexStructureDefinitionBundle([...types, ...profiles]);
  return (resource) => {
    const profile = profiles.find((p) => resource.meta?.profile?.includes(p.url));
    if (!profile) return ['names none of our profiles'];
    return [
      ...medplum(resource, 'R4'),
      ...medplum(resource, profile.id, { profile }),
      ...invariants(resource, profile),
      ...elementProblems(resource, profile, expansions),
    ];
  };
}

function medplum(resource, label, options) {
  try {
    validateResource(resource, options);
    return [];
  } catch (error) {
    if (!error.outcome) throw error;
    return error.outcome.issue.filter((i) => i.severity !== 'warning').map((i) => `${label}: ${i.details?.text} ${i.expression?.[0] ?? ''}`);
  }
}

function invariants(resource, profile) {
  return profile.snapshot.element[0].constraint
    .filter((c) => c.key.startsWith('her2-'))
    .filter((c) => fhirpath.evaluate(resource, c.expression, undefined, r4)[0] !== true)
    .map((c) => `${c.key}: ${c.human}`);
}
