import type { Pattern, SparqlQuery } from '@traqula/rules-sparql-1-2';
import type { Words } from '../errors.js';
import {
  addInScope,
  isNode,
  isSelect,
  nodesOf,
  variablesInScope,
  type Select,
  type SyntaxNode,
} from './in-scope.js';
import { scopeProblem } from './syntax-error.js';

type Variable = Extract<Select['variables'][number], { subType: 'variable' }>;

/**
 * Refuses what has no meaning in SPARQL although its grammar allows it: a variable that is given a value twice, and one
 * that a grouping leaves without a value (SPARQL 1.1 Query sections 11.4, 18.2.1 and 19.8, notes 12 and 13).
 * @param root a tree with the places of its nodes
 * @throws Problem `syntax-error` with the variable, its line and its column
 */
export function assertScopes(root: SparqlQuery, text: string): void {
  const refuse: Refuse = (variable, why) => {
    throw scopeProblem(text, { name: variable.value, offset: offsetOf(variable), why });
  };
  for (const node of nodesOf(root)) {
    if (isSelect(node)) assertSelect(node, refuse);
    else if (node.type === 'pattern') assertPattern(node, refuse);
  }
}

type Refuse = (variable: Variable, why: Words) => never;

const twiceInValues: Words = {
  en: 'stands twice in the list of VALUES. Name each variable once.',
  fr: 'est deux fois dans la liste de VALUES. Nommez chaque variable une fois.',
};
const boundBefore: Words = {
  en: 'has a value before this BIND, in the same group. Bind another variable.',
  fr: 'a une valeur avant ce BIND, dans le même groupe. Liez une autre variable.',
};
const selectedTwice: Words = {
  en: 'is selected twice. Name each variable once.',
  fr: 'est sélectionné deux fois. Nommez chaque variable une fois.',
};
const takenName: Words = {
  en: 'has a value already. Give the expression another name after AS.',
  fr: "a déjà une valeur. Donnez à l'expression un autre nom après AS.",
};
const takenKey: Words = {
  en: 'has a value already. Give the key another name after AS.',
  fr: 'a déjà une valeur. Donnez à la clé un autre nom après AS.',
};
const noKey: Words = {
  en: 'is no key of GROUP BY, so that a group has no one value of it. Add it to GROUP BY, or take SAMPLE of it.',
  fr: "n'est pas une clé de GROUP BY, si bien qu'un groupe n'en a pas une seule valeur. Ajoutez-le à GROUP BY, ou prenez-en SAMPLE.",
};
const noGroup: Words = {
  en: 'stands beside an aggregate, which makes one group of all solutions. Add GROUP BY, or take SAMPLE of it.',
  fr: "est à côté d'un agrégat, qui fait un seul groupe de toutes les solutions. Ajoutez GROUP BY, ou prenez-en SAMPLE.",
};

function assertPattern(node: SyntaxNode, refuse: Refuse): void {
  if (node.subType === 'values') assertOnce(node['variables'] as Variable[], refuse);
  // The branches of a union are groups of their own.
  else if (node.subType !== 'union' && Array.isArray(node['patterns']))
    assertBinds(node['patterns'] as Pattern[], refuse);
}

function assertOnce(variables: readonly Variable[], refuse: Refuse): void {
  const seen = new Set<string>();
  for (const variable of variables) {
    if (seen.has(variable.value)) refuse(variable, twiceInValues);
    seen.add(variable.value);
  }
}

/** BIND gives a value to a variable that has none before it in its group (section 10.1). */
function assertBinds(patterns: readonly Pattern[], refuse: Refuse): void {
  const before = new Set<string>();
  for (const pattern of patterns) {
    if (pattern.type === 'pattern' && pattern.subType === 'bind' && before.has(pattern.variable.value))
      refuse(pattern.variable, boundBefore);
    addInScope(pattern, before);
  }
}

function assertSelect(select: Select, refuse: Refuse): void {
  const { where, variables, solutionModifiers } = select;
  const before = variablesInScope([where]);
  const keys = keysOf(select, before, refuse);
  const { having, order } = solutionModifiers;
  const isGrouped = keys !== undefined || [variables, having, order].some(hasAggregate);
  // After a grouping only its keys are there, and what was selected before (section 18.2.4.1).
  const scope = isGrouped ? (keys ?? new Set<string>()) : before;
  const selected = new Set<string>();
  for (const one of variables) {
    if (one.type === 'wildcard') continue;
    const [variable, read] =
      'variable' in one ? [one.variable, variablesOutsideAggregates(one.expression)] : [one, [one]];
    const ungrouped = read.find(({ value }) => isGrouped && !scope.has(value) && !selected.has(value));
    if (ungrouped) refuse(ungrouped, keys ? noKey : noGroup);
    if (selected.has(variable.value)) refuse(variable, selectedTwice);
    if ('variable' in one && scope.has(variable.value)) refuse(variable, takenName);
    selected.add(variable.value);
  }
}

/** The keys of GROUP BY; none without it. */
function keysOf(select: Select, before: ReadonlySet<string>, refuse: Refuse): Set<string> | undefined {
  const { group } = select.solutionModifiers;
  if (!group) return undefined;
  const keys = new Set<string>();
  for (const one of group.groupings) {
    if ('variable' in one) {
      if (before.has(one.variable.value) || keys.has(one.variable.value)) refuse(one.variable, takenKey);
      keys.add(one.variable.value);
    } else if (one.type === 'term' && one.subType === 'variable') keys.add(one.value);
  }
  return keys;
}

function hasAggregate(root: unknown): boolean {
  return expressionNodes(root).some(({ subType }) => subType === 'aggregate');
}

function variablesOutsideAggregates(root: unknown): Variable[] {
  return expressionNodes(root).flatMap(node => (isVariable(node) ? [node] : []));
}

/** The nodes of an expression but for those within aggregates and EXISTS, which have a scope of their own. */
function expressionNodes(root: unknown): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const waiting: unknown[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isNode(node)) continue;
    found.push(node);
    if (node.subType === 'aggregate' || node.subType === 'patternOperation') continue;
    for (const key of Object.keys(node).reverse()) if (key !== 'loc') waiting.push(node[key]);
  }
  return found;
}

function isVariable(node: SyntaxNode): node is SyntaxNode & Variable {
  return node.type === 'term' && node.subType === 'variable';
}

function offsetOf({ loc }: Variable): number {
  return 'start' in loc && typeof loc.start === 'number' ? loc.start : 0;
}
