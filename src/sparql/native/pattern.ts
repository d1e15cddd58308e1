import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Slot } from './batch.js';

/** A component of a triple pattern: a term, or the slot of a variable. */
export type Component = { readonly id: TermId } | { readonly slot: Slot };

/** The graphs in which a pattern is matched. */
export type GraphScope =
  /** The union of all graphs: each triple once. */
  | { readonly kind: 'union' }
  /** The merge of these graphs: each triple once (SPARQL 1.1 Query section 13.2, FROM). */
  | { readonly kind: 'merge'; readonly graphs: readonly TermId[] }
  /** Each named graph by itself, its name bound to a variable; only these when some are named (FROM NAMED). */
  | { readonly kind: 'named'; readonly slot: Slot; readonly graphs?: readonly TermId[] };

/** A triple pattern and how it stands in the plan. */
export interface PatternPlan {
  readonly subject: Component;
  readonly predicate: Component;
  readonly object: Component;
  readonly graph: GraphScope;
  /** Slots that later steps read: those of earlier steps are carried on, those of this pattern are given out. */
  readonly needed: ReadonlySet<Slot>;
  /** Walk a whole predicate in order of its objects instead of its subjects. */
  readonly objectOrder?: boolean;
  /** As in the query, for explanations. */
  readonly text: string;
  /** Rows expected. */
  readonly estimate: number;
}

export function componentsOf({
  subject,
  predicate,
  object,
}: PatternPlan): readonly [Component, Component, Component] {
  return [subject, predicate, object];
}

/** The term of a component; `noTerm` for a variable. */
export function idOf(component: Component): TermId {
  return 'id' in component ? component.id : noTerm;
}

/** The slot of a variable component. */
export function slotOf(component: Component): Slot | undefined {
  return 'slot' in component ? component.slot : undefined;
}
