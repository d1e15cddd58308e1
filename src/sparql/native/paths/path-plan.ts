import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Slot } from '../batch.js';
import type { Component, GraphScope } from '../pattern.js';

/** A path pattern and how it stands in the plan. */
export interface PathPlan {
  readonly subject: Component;
  /** A closure (`?`, `*`, `+`) or a negated property set: `rewritePaths` makes joins and unions of all others. */
  readonly path: Algebra.Operation;
  readonly object: Component;
  readonly graph: GraphScope;
  /** Slots that later steps read. */
  readonly needed: ReadonlySet<Slot>;
  /** As in the query, for explanations. */
  readonly text: string;
  /** Rows expected. */
  readonly estimate: number;
}
