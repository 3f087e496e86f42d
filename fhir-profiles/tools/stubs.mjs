// The smallest valid resource for every literal reference: a server with referential integrity wants its target.
const subject = { reference: 'Patient/p1' };
const shapes = {
  Patient: {},
  Condition: { subject },
  Observation: { status: 'final', code: { text: 'HER2' }, subject },
  DiagnosticReport: { status: 'final', code: { text: 'Pathology' }, subject },
  MedicationAdministration: {
    status: 'completed',
    medicationCodeableConcept: { text: 'trastuzumab' },
    subject,
    effectiveDateTime: '2024-03-05',
  },
};

/** Stubs for what the resources refer to and do not contain, in an order in which they can be stored. */
export function stubsFor(resources) {
  const own = new Set(resources.map((r) => `${r.resourceType}/${r.id}`));
  const references = JSON.stringify(resources).matchAll(/"reference":"([A-Za-z]+\/[A-Za-z0-9.-]+)"/g);
  const wanted = new Set([...references].map((match) => match[1]).filter((reference) => !own.has(reference)));
  const order = Object.keys(shapes);
  return [...wanted]
    .map((reference) => reference.split('/'))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([resourceType, id]) => ({ resourceType, id, ...shapes[resourceType] }));
}
