import type { Quad } from '@rdfjs/types';
import { algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { standardLimits, type Limits } from '../../limits.js';
import type { Snapshot } from '../../store/snapshot.js';
import type { DefaultGraph } from '../dataset.js';
import type { DatasetClause } from '../dataset.js';
import { projectedNames } from '../projected-names.js';
import type { Result, TermWriter } from '../result.js';
import { constructed, type MadeGraph } from './construct.js';
import { described } from './describe.js';
import { Memory } from './memory.js';
import type { Operator } from './operator.js';
import { planQuery, type Plan } from './plan-query.js';
import { inTurns } from './turn.js';
import type { Turn } from './turns.js';
import { triplesOf, writtenRows } from './written-rows.js';

/** A parsed query, its variables bound already. */
export interface NativeQuery {
  /** With `graph` operations left in. */
  readonly algebra: Algebra.Operation;
  readonly dataset?: DatasetClause;
  /** The base of IRI() (SPARQL 1.1 Query section 17.4.2.8). */
  readonly baseIRI: string;
  /** Absent for a query that has its thread to itself. */
  readonly turn?: Turn;
  /** That the query takes; absent: one of its own, of the engine's bound. */
  readonly memory?: Memory;
  /** Put around each operator: counters of an explanation. */
  readonly step?: (operator: Operator) => Operator;
  /** Told of the plan. */
  readonly planned?: (root: Operator) => void;
}

export interface NativeOptions {
  readonly defaultGraph: DefaultGraph;
  /** Bytes that one query may hold. */
  readonly memoryBound: number;
  /** The other bounds; absent: the standard ones. */
  readonly limits?: Limits;
}

/** Evaluates queries over the columns of a snapshot. */
export class NativeEngine {
  constructor(private readonly options: NativeOptions) {}

  /**
   * @throws Unsupported, before anything is evaluated, for what the native operators do not know; Problem, also while the result is read,
   * for a reached bound
   */
  async execute(query: NativeQuery, snapshot: Snapshot): Promise<Result> {
    const { algebra, turn } = query;
    const plan = this.#plannerOf(query, snapshot);
    switch (algebra.type) {
      case 'ask':
        return { type: 'boolean', value: await hasSolution(plan(algebra.input, []), turn) };
      case 'construct':
        return graphOf(constructed(algebra, plan), turn);
      case 'describe':
        return graphOf(described(algebra, plan, snapshot), turn);
      default: {
        const names = projectedNames(algebra);
        const { terms, variables, solutions } = plan(algebra, names);
        const slots = variables.map(({ slot }) => slot);
        const cells = (write: TermWriter) => inTurns(writtenRows(solutions(), slots, terms, write), turn);
        return { type: 'solutions', variables: names, cells };
      }
    }
  }

  /**
   * Makes the plan of a query, of which `planned` is told.
   * @throws as `execute` before it gives anything
   */
  plan(query: NativeQuery, snapshot: Snapshot): void {
    this.#plannerOf(query, snapshot)(...patternOf(query.algebra)).memory.end();
  }

  #plannerOf(query: NativeQuery, snapshot: Snapshot) {
    const { defaultGraph, memoryBound, limits = standardLimits } = this.options;
    const { memory = new Memory(memoryBound) } = query;
    return (input: Algebra.Operation, names: readonly string[]): Plan => {
      const planned = planQuery(input, names, { ...query, defaultGraph, memory, limits, snapshot });
      query.planned?.(planned.root);
      return planned;
    };
  }
}

/** The pattern of a query, and the variables that are asked of it. */
function patternOf(algebra: Algebra.Operation): [pattern: Algebra.Operation, names: readonly string[]] {
  switch (algebra.type) {
    case 'ask':
    case 'construct':
    case 'describe':
      return [algebra.input, algebraUtils.inScopeVariables(algebra.input).map(({ value }) => value)];
    default:
      return [algebra, projectedNames(algebra)];
  }
}

async function hasSolution(plan: Plan, turn?: Turn): Promise<boolean> {
  for await (const { length } of inTurns(plan.solutions(), turn)) if (length > 0) return true;
  return false;
}

function graphOf({ terms, batches }: MadeGraph, turn?: Turn): Result {
  return {
    type: 'graph',
    quads: withoutPauses(inTurns(triplesOf(batches(), terms), turn)),
    triples: write => inTurns(writtenRows(batches(), [0, 1, 2], terms, write), turn),
  };
}

async function* withoutPauses(items: AsyncIterable<Quad | undefined>): AsyncGenerator<Quad> {
  for await (const item of items) if (item) yield item;
}
