// Resources broken on purpose, each with what the refusal has to name: a check that finds nothing, or refuses for another
// reason, would prove nothing.
const system = 'https://fhirher2bridge.example/fhir/sid/flag-key';
const laboratory = { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' };

const component = (flag, code) => flag.component.find((c) => c.code.coding[0].code === code);
const recode = (flag, code, value) => { component(flag, code).valueCodeableConcept.coding[0].code = value; };

/** Ways to break flag-positive-to-negative. The first three are the ones no site may accept. */
const flagWays = {
  'wrong state code': [/her2-flag-state/, (f) => { f.valueCodeableConcept.coding[0].code = 'open'; }],
  'device missing': [/device/, (f) => { delete f.device; }],
  'flag key missing': [/flagKey/, (f) => { f.identifier = [{ system: 'urn:oid:2.999', value: f.identifier.find((i) => i.system === system).value }]; }],
  'status cancelled': [/her2-flag-1/, (f) => { f.status = 'cancelled'; }],
  'resolved without a date': [/her2-flag-2/, (f) => { f.valueCodeableConcept.coding[0].code = 'resolved'; }],
  'change without change': [/her2-flag-3/, (f) => recode(f, 'current-status', 'positive')],
  'change the other way': [/her2-flag-3/, (f) => { f.code.coding[0].code = 'negative-to-positive'; }],
  'no last administration': [/her2-flag-4/, (f) => { f.code.coding[0].code = 'her2-drug-after-negative'; }],
  'rests on nothing': [/her2-flag-5/, (f) => { delete f.derivedFrom; delete f.extension; }],
  'category laboratory': [/her2-flag-6/, (f) => { f.category.push({ coding: [laboratory] }); }],
  'grouping code': [/her2-flag-codes/, (f) => { f.code.coding[0].code = 'status-change'; }],
  'severity missing': [/severity/, (f) => { f.component = f.component.filter((c) => c !== component(f, 'severity')); }],
  'severity of another kind': [/her2-severities/, (f) => recode(f, 'severity', 'reassessed')],
  'sub-category as a status': [/ValueSet\/her2-status/, (f) => recode(f, 'current-status', 'low')],
  'date as text': [/dateTime/i, (f) => { const c = component(f, 'prior-status-date'); c.valueString = c.valueDateTime; delete c.valueDateTime; }],
  'specimen named': [/specimen/, (f) => { f.specimen = { reference: 'Specimen/x' }; }],
  'period for a time': [/Period/, (f) => { f.effectivePeriod = { start: f.effectiveDateTime }; delete f.effectiveDateTime; }],
};

const provenanceWays = {
  'source by reference': [/reference/, (p) => { p.entity[0].what.reference = 'Observation/her2-ihc-node'; }],
  'no assembler': [/her2-prov-1/, (p) => { p.agent[0].type.coding[0].code = 'author'; }],
  'activity delete': [/her2-provenance-activities/, (p) => { p.activity.coding[0].code = 'DELETE'; }],
};

const ways = { 'flag-positive-to-negative': flagWays, 'provenance-positive-to-negative': provenanceWays };

/** Broken copies of the examples: name, what the refusal names, resource. */
export const breakAll = (examples) =>
  Object.entries(ways).flatMap(([id, damages]) =>
    Object.entries(damages).map(([name, [because, damage]]) => {
      const resource = structuredClone(examples.find((e) => e.id === id));
      resource.id = `broken-${name.replaceAll(' ', '-')}`;
      damage(resource);
      return { name, because, resource };
    }));
