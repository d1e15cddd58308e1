import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { defaultGraphId, noTerm, type TermId } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';
import type { Limits } from '../../limits.js';
import type { DefaultGraph } from '../dataset.js';
import type { DatasetClause } from '../dataset.js';
import { batchRows, emptySolution, type Batch, type Slot } from './batch.js';
import { withSolutionNodes } from './labelled-blanks.js';
import type { Memory } from './memory.js';
import type { Bound, Operator } from './operator.js';
import type { GraphScope } from './pattern.js';
import type { PlanContext, Place } from './planner/context.js';
import { rewritePaths } from './paths/rewrite.js';
import { convert } from './planner/convert.js';
import { Effort } from './planner/estimates.js';
import { selfStanding } from './planner/modifiers.js';
import { Scope, Slots } from './planner/slots.js';
import { QueryTerms } from './query-terms.js';

/** What a plan is made for. */
export interface PlanSetting {
  readonly snapshot: Snapshot;
  readonly defaultGraph: DefaultGraph;
  readonly dataset?: DatasetClause;
  readonly baseIRI: string;
  /** Of the query; the plan takes a part of it, and gives that back when it is ended. */
  readonly memory: Memory;
  readonly limits: Limits;
  readonly step?: (operator: Operator) => Operator;
}

/** A plan for the solutions of a query. */
export interface Plan {
  readonly root: Operator;
  readonly terms: QueryTerms;
  readonly memory: Memory;
  /** Variables of the outermost projection, in order, and where they stand in a row. */
  readonly variables: readonly { readonly name: string; readonly slot: Slot }[];
  readonly binds: Bound;
  /** What patterns outside GRAPH are matched in. */
  readonly graph: GraphScope;
  /** Rows expected. */
  readonly rows: number;
  solutions(): Iterable<Batch>;
}

/**
 * Plans the pattern of a query.
 * @param operation with `graph` operations left in (Traqula's `quads: false`), or with the graph in each pattern
 * @param names variables to give out, in order
 * @throws Unsupported for what the native operators do not know
 */
export function planQuery(
  operation: Algebra.Operation,
  names: readonly string[],
  setting: PlanSetting,
): Plan {
  const { snapshot, dataset, baseIRI, limits } = setting;
  const memory = setting.memory.part();
  const terms = new QueryTerms(snapshot.dictionary, { memory, limits });
  const slots = new Slots();
  const idsOf = (graphs: readonly string[]) =>
    graphs.map(value => terms.findText(0, value)).filter(id => id !== noTerm);
  const context: PlanContext = {
    snapshot,
    terms,
    slots,
    memory,
    limits,
    baseIRI,
    now: new Date(),
    namedGraphs: dataset ? idsOf(dataset.named) : undefined,
    convert,
    effort: new Effort(),
    carried: { columns: 0 },
    step: setting.step ?? (operator => operator),
  };
  const graph = activeGraph(setting, dataset && idsOf(dataset.default));
  const place: Place = { context, scope: new Scope(slots), graph, visible: () => new Set() };
  const variables = names.map(name => ({ name, slot: place.scope.slot(name) }));
  const algebra = withSolutionNodes(rewritePaths(operation));
  const query = selfStanding(algebra, place);
  const root = query.plan(new Set(variables.map(({ slot }) => slot)));
  memory.take(bytesCarried(context.carried.columns, slots.count));
  const { binds, rows } = query;
  return {
    root,
    terms,
    memory,
    variables,
    binds,
    graph,
    rows,
    solutions: () => root.run([emptySolution(slots.count)]),
  };
}

/** What a column takes besides its ids. */
const bytesOfColumn = 150;
/** What all but very long queries carry is not worth counting. */
const bytesUncounted = 4_000_000;

/** Bytes of the batches that all steps hold at once, of rows with so many slots; 0 for few. */
function bytesCarried(columns: number, slots: number): number {
  return Math.max(0, columns * (batchRows(slots) * 4 + bytesOfColumn) - bytesUncounted);
}

/** The graph that patterns outside GRAPH are matched in (SPARQL 1.1 Query section 13.2). */
function activeGraph(
  { snapshot, defaultGraph }: PlanSetting,
  asked: readonly TermId[] | undefined,
): GraphScope {
  if (asked) return { kind: 'merge', graphs: [...new Set(asked)] };
  const holdsNamed = snapshot.columns.graphIds.some(id => id !== defaultGraphId);
  return defaultGraph === 'union' || !holdsNamed
    ? { kind: 'union' }
    : { kind: 'merge', graphs: [defaultGraphId] };
}
