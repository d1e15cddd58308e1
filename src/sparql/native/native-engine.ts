import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Snapshot } from '../../store/snapshot.js';
import type { DefaultGraph } from '../dataset.js';
import type { DatasetClause } from '../parse.js';
import { projectedNames } from '../projected-names.js';
import type { Result, TermWriter, Cells } from '../result.js';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Batch } from './batch.js';
import { constructed } from './construct.js';
import { described } from './describe.js';
import type { Operator } from './operator.js';
import { planQuery, type Plan } from './plan-query.js';
import { inTurns } from './turn.js';

/** A parsed query, its variables bound already. */
export interface NativeQuery {
  /** With `graph` operations left in. */
  readonly algebra: Algebra.Operation;
  readonly dataset?: DatasetClause;
  readonly signal?: AbortSignal;
  /** Put around each operator: counters of an explanation. */
  readonly step?: (operator: Operator) => Operator;
  /** Told of the plan. */
  readonly planned?: (root: Operator) => void;
}

export interface NativeOptions {
  readonly defaultGraph: DefaultGraph;
  readonly baseIRI: string;
  /** Bytes that the intermediate results of one query may take. */
  readonly memoryBound: number;
}

/** Evaluates queries over the columns of a snapshot. */
export class NativeEngine {
  constructor(private readonly options: NativeOptions) {}

  /**
   * @throws Unsupported, before anything is evaluated, for what the native operators do not know; Problem `size-limit`
   */
  async execute(query: NativeQuery, snapshot: Snapshot): Promise<Result> {
    const { algebra, signal } = query;
    const plan = (input: Algebra.Operation, names: readonly string[]) => {
      const planned = planQuery(input, names, { ...this.options, ...query, snapshot });
      query.planned?.(planned.root);
      return planned;
    };
    switch (algebra.type) {
      case 'ask':
        return { type: 'boolean', value: await hasSolution(plan(algebra.input, []), signal) };
      case 'construct':
        return { type: 'graph', quads: constructed(algebra, plan, signal) };
      case 'describe':
        return { type: 'graph', quads: described(algebra, plan, snapshot, signal) };
      default: {
        const names = projectedNames(algebra);
        const solutions = plan(algebra, names);
        return { type: 'solutions', variables: names, cells: write => cellsOf(solutions, write, signal) };
      }
    }
  }
}

async function hasSolution(plan: Plan, signal?: AbortSignal): Promise<boolean> {
  for await (const { length } of inTurns(plan.solutions(), signal)) if (length > 0) return true;
  return false;
}

/** Rows with their terms written, each term once. */
async function* cellsOf(plan: Plan, write: TermWriter, signal?: AbortSignal): AsyncIterable<Cells> {
  const { terms, variables } = plan;
  const written = new Map<TermId, string>();
  const cell = (id: TermId) => {
    if (id === noTerm) return undefined;
    const known = written.get(id);
    if (known !== undefined) return known;
    const text = write(terms.term(id));
    if (written.size < mostRemembered) written.set(id, text);
    return text;
  };
  for await (const batch of inTurns(plan.solutions(), signal))
    if (batch.length > 0)
      yield rowsOf(
        batch,
        variables.map(({ slot }) => batch.columns[slot]!),
        cell,
      );
}

/** Written terms kept at hand: most answers repeat some terms often. */
const mostRemembered = 100_000;

function rowsOf(
  { length }: Batch,
  columns: readonly Uint32Array[],
  cell: (id: TermId) => string | undefined,
): Cells {
  return Array.from({ length }, (_, row) => columns.map(column => cell(column[row]!)));
}
