// Flags broken on purpose: each must be refused, or a check that finds nothing would prove nothing.
const system = 'https://fhirher2bridge.example/fhir/sid/flag-key';

/** The three every validator must refuse. */
export const broken = {
  'wrong state code': (flag) => { flag.valueCodeableConcept.coding[0].code = 'open'; },
  'device missing': (flag) => { delete flag.device; },
  'flag key missing': (flag) => { flag.identifier = flag.identifier.filter((i) => i.system !== system); flag.identifier.push({ system: 'urn:other', value: '1' }); },
};

/** Further ones: one for every invariant, and for each kind of rule in the profile. */
export const alsoBroken = {
  'her2-flag-1: status cancelled': (flag) => { flag.status = 'cancelled'; },
  'her2-flag-2: resolved without a date': (flag) => { flag.valueCodeableConcept.coding[0].code = 'resolved'; },
  'her2-flag-3: change without change': (flag) => { component(flag, 'current-status').valueCodeableConcept = component(flag, 'prior-status').valueCodeableConcept; },
  'her2-flag-4: no last administration': (flag) => { flag.code.coding[0].code = 'her2-drug-after-negative'; },
  'her2-flag-5: rests on nothing': (flag) => { delete flag.derivedFrom; delete flag.extension; },
  'her2-flag-6: laboratory': (flag) => { flag.category.push({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }); },
  'grouping code': (flag) => { flag.code.coding[0].code = 'status-change'; },
  'severity missing': (flag) => { flag.component = flag.component.filter((c) => c !== component(flag, 'severity')); },
  'severity of another kind': (flag) => { component(flag, 'severity').valueCodeableConcept.coding[0].code = 'reassessed'; },
  'status low as a status': (flag) => { component(flag, 'current-status').valueCodeableConcept.coding[0].code = 'low'; },
  'date as text': (flag) => { const c = component(flag, 'prior-status-date'); c.valueString = c.valueDateTime; delete c.valueDateTime; },
  'specimen': (flag) => { flag.specimen = { reference: 'Specimen/x' }; },
  'period for an instant': (flag) => { flag.effectivePeriod = { start: flag.effectiveDateTime }; delete flag.effectiveDateTime; },
};

const component = (flag, code) => flag.component.find((c) => c.code.coding[0].code === code);

/** Copies of the flag, each broken in one way: pairs of name and resource. */
export const breakFlag = (flag, ways) =>
  Object.entries(ways).map(([name, damage]) => {
    const copy = structuredClone(flag);
    copy.id = `broken-${name.replace(/[^a-z0-9]+/gi, '-')}`;
    damage(copy);
    return [name, copy];
  });
