import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { defaultGraphId, type TermId } from '../../../store/dictionary.js';
import { Unsupported } from '../unsupported.js';
import { variablesIn } from '../expressions/variables.js';
import type { Place, PlanContext } from './context.js';
import { GraphNamePart } from './graph-name-part.js';
import { JoinPart } from './join-part.js';
import type { Part } from './part.js';
import { ValuesPart } from './values-part.js';

/** GRAPH: the inside with another active graph (SPARQL 1.1 Query section 13.3). */
export function insideGraph({ name, input }: Algebra.Graph, place: Place): Part {
  return name.termType === 'Variable' ? inEach(name.value, input, place) : inOne(name, input, place);
}

function inOne(name: Algebra.Graph['name'], input: Algebra.Operation, place: Place): Part {
  const { context } = place;
  const graph = context.terms.find(name);
  const exists = namedGraphs(place).has(graph);
  const inside = context.convert(input, {
    ...place,
    graph: { kind: 'merge', graphs: exists ? [graph] : [] },
  });
  // A graph that the dataset does not have gives nothing, not even for the empty pattern.
  return exists ? inside : new JoinPart(context, [new ValuesPart(context, [], []), inside]);
}

function inEach(variable: string, input: Algebra.Operation, place: Place): Part {
  const { context, scope } = place;
  const isMentioned = variablesIn(input).includes(variable);
  const slot = isMentioned ? context.slots.hidden() : scope.slot(variable);
  const graph = {
    kind: 'named' as const,
    slot,
    ...(context.namedGraphs ? { graphs: context.namedGraphs } : {}),
  };
  const inside = context.convert(input, { ...place, graph });
  return isMentioned ? new GraphNamePart(context, inside, slot, scope.slot(variable)) : inside;
}

/**
 * Where a pattern stands that names its graph itself: the form of the algebra that Comunica takes has GRAPH in the patterns
 * (Traqula's `quads: true`), and the default graph where there is none.
 */
export function placeOf({ subject, predicate, object, graph }: Quadruple, place: Place): Place {
  const { context, scope } = place;
  if (graph.termType === 'DefaultGraph') return place;
  if (graph.termType !== 'Variable') {
    const id = context.terms.find(graph);
    return { ...place, graph: { kind: 'merge', graphs: namedGraphs(place).has(id) ? [id] : [] } };
  }
  if ([subject, predicate, object].some(term => 'equals' in term && term.equals(graph)))
    throw new Unsupported('a variable that is the graph of its own pattern');
  const { namedGraphs: graphs } = context;
  return {
    ...place,
    graph: { kind: 'named', slot: scope.slot(graph.value), ...(graphs ? { graphs } : {}) },
  };
}

type Quadruple = Pick<Algebra.Pattern, 'subject' | 'object' | 'graph'> & {
  readonly predicate: Algebra.Pattern['predicate'] | Algebra.Path['predicate'];
};

/** Names each named graph, for a pattern in GRAPH ?g that does not bind it by a triple. */
export function withGraphName(part: Part, place: Place): Part {
  const { graph, context } = place;
  if (graph.kind !== 'named' || part.binds.certain.has(graph.slot)) return part;
  const names = new ValuesPart(
    context,
    [graph.slot],
    Array.from(namedGraphs(place), id => [id]),
  );
  return new JoinPart(context, [names, part]);
}

/** By plan: each of many patterns asks. */
const known = new WeakMap<PlanContext, ReadonlySet<TermId>>();

/** The named graphs of the dataset that there are. */
export function namedGraphs({ context }: Place): ReadonlySet<TermId> {
  const graphs = known.get(context) ?? graphsOf(context);
  known.set(context, graphs);
  return graphs;
}

function graphsOf({ snapshot, namedGraphs: asked }: PlanContext): ReadonlySet<TermId> {
  const present = new Set(snapshot.columns.graphIds.filter(id => id !== defaultGraphId));
  return asked ? new Set(asked.filter(id => present.has(id))) : present;
}
