import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { TermId } from '../../../store/dictionary.js';
import type { Snapshot } from '../../../store/snapshot.js';
import type { Limits } from '../../../limits.js';
import type { Slot } from '../batch.js';
import type { GraphScope } from '../pattern.js';
import type { QueryTerms } from '../query-terms.js';
import type { Effort } from './estimates.js';
import type { Part, Workshop } from './part.js';
import type { Scope, Slots } from './slots.js';

/** What all parts of one query's plan share. */
export interface PlanContext extends Workshop {
  readonly snapshot: Snapshot;
  readonly terms: QueryTerms;
  readonly slots: Slots;
  readonly limits: Limits;
  readonly baseIRI: string;
  /** The instant of NOW(), the same all through the query (SPARQL 1.1 Query section 17.4.5.1). */
  readonly now: Date;
  /** The graphs that GRAPH ?g ranges over, when FROM NAMED names them. */
  readonly namedGraphs: readonly TermId[] | undefined;
  /** Plans a piece of algebra at a place. */
  readonly convert: (operation: Algebra.Operation, place: Place) => Part;
  readonly effort: Effort;
  /** Columns of the rows on their way between all steps of the plan. */
  readonly carried: { columns: number };
}

/** Where in a query something stands: which variables are visible there, and which graph is active (section 13.3). */
export interface Place {
  readonly context: PlanContext;
  readonly scope: Scope;
  readonly graph: GraphScope;
  /** What the solutions that an expression here is asked about may bind, those around an EXISTS included. */
  readonly visible: () => ReadonlySet<Slot>;
}

/** The slot of the active graph's name, inside GRAPH with a variable: each solution there is of one graph. */
export function graphSlot({ graph }: Place): Slot | undefined {
  return graph.kind === 'named' ? graph.slot : undefined;
}

/** The place of an expression on solutions that bind these variables. */
export function placeOver(place: Place, bound: Iterable<Slot>): Place {
  // Only the few expressions that have an EXISTS in them ask.
  return { ...place, visible: () => new Set([...place.visible(), ...bound]) };
}
