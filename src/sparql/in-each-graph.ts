import type { NamedNode } from '@rdfjs/types';
import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra';
import { isWhole } from './native-parts.js';

const factory = new AlgebraFactory();

/**
 * GRAPH with a variable as the union of its pattern over each graph: Join(eval(D(D[i]), P), Ω(?var→i)) of SPARQL 1.1 Query
 * section 18.6. Comunica 5.4 evaluates it over quads, which is something else when P has a sub-query.
 */
export function inEachGraph({ input, name }: Algebra.Graph, graphs: readonly NamedNode[]): Algebra.Operation {
  if (name.termType !== 'Variable') return within(input, name) as Algebra.Operation;
  const isInScope = algebraUtils.inScopeVariables(input).some(({ value }) => value === name.value);
  const branches = graphs.map(graph => {
    const inside = within(input, graph) as Algebra.Operation;
    const term = factory.createTermExpression(graph);
    return isInScope
      ? factory.createJoin([inside, factory.createExtend(factory.createBgp([]), name, term)], false)
      : factory.createExtend(inside, name, term);
  });
  const [only] = branches;
  return branches.length === 1 && only ? only : factory.createUnion(branches, false);
}

/** The same with each GRAPH in it spread, but for those in parts that were handed over. */
export function spreadGraphs<T>(value: T, graphs: () => readonly NamedNode[]): T {
  if (isOperation(value) && isWhole(value)) return value;
  const spread = isOperation(value) && isGraph(value) ? inEachGraph(value, graphs()) : value;
  return (
    spread === value ? mapped(value, part => spreadGraphs(part, graphs)) : spreadGraphs(spread, graphs)
  ) as T;
}

/** An operation with its patterns in a graph. Those of a GRAPH inside are in its own. */
function within(value: unknown, graph: NamedNode): unknown {
  if (isOperation(value)) {
    if (isGraph(value)) return value;
    if (value.type === Algebra.Types.PATTERN || value.type === Algebra.Types.PATH)
      return placed(value, graph);
  }
  return mapped(value, part => within(part, graph));
}

function placed(pattern: Algebra.Operation, graph: NamedNode): Algebra.Operation {
  if (is(pattern, Algebra.Types.PATTERN) && pattern.graph.termType === 'DefaultGraph')
    return factory.createPattern(pattern.subject, pattern.predicate, pattern.object, graph);
  if (is(pattern, Algebra.Types.PATH) && pattern.graph.termType === 'DefaultGraph')
    return factory.createPath(pattern.subject, pattern.predicate, pattern.object, graph);
  return pattern;
}

/** What is in a list or an operation, changed; terms stay as they are. */
function mapped(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null || 'termType' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}

function isOperation(value: unknown): value is Algebra.Operation {
  return typeof value === 'object' && value !== null && 'type' in value;
}

const is = algebraUtils.isKnownOperation;

function isGraph(operation: Algebra.Operation): operation is Algebra.Graph {
  return is(operation, Algebra.Types.GRAPH);
}
