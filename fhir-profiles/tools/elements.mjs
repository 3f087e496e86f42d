// What the published validator leaves out (fhir-design 4.4): bindings to our own ValueSets, choices narrowed to one type,
// cardinality of the children of slices, fixed values and patterns. Reads the snapshot of one of our profiles.
const choice = '[x]';

/** All codes of a ValueSet of ours as "system|code", from the CodeSystems given. */
export function expand(valueSet, systems) {
  const codesOf = (part) => part.concept?.map((c) => c.code) ?? flat(systems.find((s) => s.url === part.system)?.concept ?? []);
  const keys = (parts) => (parts ?? []).flatMap((part) => codesOf(part).map((code) => `${part.system}|${code}`));
  const excluded = new Set(keys(valueSet.compose.exclude));
  return new Set(keys(valueSet.compose.include).filter((key) => !excluded.has(key)));
}

const flat = (concepts) => concepts.flatMap((c) => [c.code, ...flat(c.concept ?? [])]);

/** Problems of the resource against every element of the profile, as texts. */
export function elementProblems(resource, profile, expansions) {
  const all = profile.snapshot.element;
  const problems = [];
  for (const element of all.slice(1)) {
    for (const parent of select([resource], element.id.split('.').slice(1, -1), all, profile.type)) {
      problems.push(...judge(element, select([parent], [element.id.split('.').at(-1)], all, idOfParent(element)), parent, expansions));
    }
  }
  return problems;
}

const idOfParent = (element) => element.id.split('.').slice(0, -1).join('.');

function select(nodes, steps, all, id) {
  if (steps.length === 0) return nodes;
  const next = `${id}.${steps[0]}`;
  const [name, slice] = steps[0].split(':');
  const found = nodes.flatMap((node) => values(node, name)).filter((value) => !slice || inSlice(value, next, all));
  return select(found, steps.slice(1), all, next);
}

function values(node, name) {
  const keys = name.endsWith(choice) ? choiceKeys(node, name) : [name];
  return keys.flatMap((key) => node[key] ?? []);
}

const choiceKeys = (node, name) => Object.keys(node).filter((key) => new RegExp(`^${name.replace(choice, '')}[A-Z]`).test(key));

function inSlice(value, id, all) {
  const element = all.find((e) => e.id === id);
  if (element.path.endsWith('.extension')) return element.type[0].profile?.includes(value.url) ?? true;
  const discriminators = all.filter((e) => wanted(e) !== undefined && (e.id === id || idOfParent(e) === id) && !e.path.endsWith(choice));
  return discriminators.every((e) => matches(e.id === id ? value : value[e.path.split('.').at(-1)], wanted(e)));
}

function wanted(element) {
  const key = Object.keys(element).find((k) => /^(fixed|pattern)[A-Z]/.test(k));
  return key && element[key];
}

function matches(value, pattern) {
  if (Array.isArray(pattern)) return pattern.every((p) => (value ?? []).some((v) => matches(v, p)));
  if (typeof pattern !== 'object') return value === pattern;
  return value !== undefined && Object.entries(pattern).every(([key, part]) => matches(value[key], part));
}

function judge(element, found, parent, expansions) {
  const problems = [];
  const say = (text) => problems.push(`${element.id}: ${text}`);
  if (found.length < element.min) say(`${found.length} present, at least ${element.min} wanted`);
  if (element.max !== '*' && found.length > Number(element.max)) say(`${found.length} present, at most ${element.max} allowed`);
  const pattern = wanted(element);
  if (pattern !== undefined && !found.every((value) => matches(value, pattern))) say('not the value wanted');
  if (element.path.endsWith(choice)) {
    const stem = element.path.split('.').at(-1);
    const allowed = element.type.map((t) => stem.replace(choice, t.code[0].toUpperCase() + t.code.slice(1)));
    choiceKeys(parent, stem).filter((key) => !allowed.includes(key)).forEach((key) => say(`${key} is not among ${allowed}`));
  }
  const codes = element.binding?.strength === 'required' ? expansions.get(element.binding.valueSet) : undefined;
  if (codes && !found.every((value) => value.coding?.some((c) => codes.has(`${c.system}|${c.code}`)))) {
    say(`no code of ${element.binding.valueSet}`);
  }
  return problems;
}
