import { AstFactory, type Pattern, type SparqlQuery } from '@traqula/rules-sparql-1-2';

/** A node of Traqula's syntax tree, or a list of them. */
export type SyntaxNode = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly subType?: string;
};

type Query = Exclude<SparqlQuery, { type: 'update' }>;
export type Select = Extract<Query, { subType: 'select' }>;

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

/** All nodes of a tree, each before those within it. What a chain of operators nests in is no depth of the stack here. */
export function* nodesOf(root: unknown): Generator<SyntaxNode> {
  const waiting: unknown[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isNode(node)) continue;
    yield node;
    for (const key of Object.keys(node).reverse()) if (key !== 'loc') waiting.push(node[key]);
  }
}

export function isSelect(node: SyntaxNode): node is SyntaxNode & Select {
  return node.type === 'query' && node.subType === 'select';
}

/**
 * The variables that are in scope after patterns (SPARQL 1.1 Query section 18.2.1), in the order in which they appear:
 * those of FILTER and MINUS are not.
 */
export function variablesInScope(patterns: readonly Pattern[]): Set<string> {
  const names = new Set<string>();
  for (const pattern of patterns) addInScope(pattern, names);
  return names;
}

/** The variables that a SELECT gives, in order. */
function selectedNames(select: Select): string[] {
  const { variables, where, values } = select;
  if (variables.some(({ type }) => type === 'wildcard'))
    return [...variablesInScope([where, ...(values ? [values] : [])])];
  return variables.flatMap(one => ('variable' in one ? one.variable.value : 'value' in one ? one.value : []));
}

/** Where a pattern has variables of its own, by its kind. */
const own: Readonly<Record<string, string>> = {
  bgp: 'triples',
  values: 'variables',
  bind: 'variable',
  graph: 'name',
  service: 'name',
};

/** Adds the variables that are in scope after a pattern. */
export function addInScope(pattern: Pattern, names: Set<string>): void {
  if (pattern.type === 'query') {
    for (const name of selectedNames(pattern)) names.add(name);
    return;
  }
  if (pattern.subType === 'filter' || pattern.subType === 'minus') return;
  const key = own[pattern.subType];
  if (key && isNode(pattern)) addAll(pattern[key], names);
  if ('patterns' in pattern) for (const inner of pattern.patterns) addInScope(inner, names);
}

function addAll(root: unknown, names: Set<string>): void {
  for (const { type, subType, value } of nodesOf(root))
    if (type === 'term' && subType === 'variable') names.add(String(value));
}

/**
 * Puts the variables that `SELECT *` stands for in its place (section 18.2.4.4), in the order in which they appear and
 * with those that no row of VALUES has: Traqula 1.3 sorts them by name, and reads the columns of VALUES off its first row.
 */
export function nameSelected(query: SparqlQuery): void {
  const factory = new AstFactory();
  for (const node of nodesOf(query)) {
    if (!isSelect(node) || !node.variables.some(({ type }) => type === 'wildcard')) continue;
    node.variables = selectedNames(node).map(name => factory.termVariable(name, factory.gen()));
  }
}
