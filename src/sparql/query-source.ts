import { QuerySourceSkolemized } from '@comunica/actor-optimize-query-operation-query-source-skolemize';
import type { NamedNode } from '@rdfjs/types';
import type { BindingsStream, FragmentSelectorShape, IQuerySource } from '@comunica/types';
import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra';
import { assignOperationSource } from '@comunica/utils-query-operation';
import { BindingsIterator } from './bindings-iterator.js';
import { inEachGraph } from './in-each-graph.js';
import { isWhole, queryForms, type NativeParts } from './native-parts.js';
import type { Plan } from './native/plan-query.js';
import type { Turn } from './native/turns.js';
import { Unsupported } from './native/unsupported.js';

/** Plans an operation in which the graph stands in the patterns. */
export type Planner = (operation: Algebra.Operation, names: readonly string[]) => Plan;

/** Who has to do with the parts that run. */
export interface RunListener {
  /** Told of each plan that is to run. */
  readonly running?: (plan: Plan) => void;
  /** Told of the plan of each part that is taken out of the query. */
  readonly handedOver?: (plan: Plan) => void;
  /** Of the query among those of its thread. */
  readonly turn?: Turn | undefined;
}

/**
 * Comunica's source for the parts of a query that are evaluated natively.
 *
 * Comunica 5.4 assigns sources to patterns and then moves them up as far as the source's selector shape goes
 * (actor-optimize-query-operation-group-sources). That cannot be left to it here, for two reasons. A shape names types of
 * operation, never functions: of expressions it tells extension functions only, so that a shape with `filter` or `extend`
 * takes those with functions that are unknown here, too. And what was moved up cannot be refused: the source's name is
 * gone from the patterns then, and no actor would evaluate these. So the parts are chosen before Comunica sees the query
 * (see `withNativeParts`), each of which is known to have a plan.
 *
 * Each part is the input of a slice from 0 without an end, which changes nothing: of all operations that have the
 * variables of their input, it is one that no optimiser of Comunica moves filters or joins into or out of. Not pushed down
 * are: parts with NOW() or BNODE(), as the instant and the labels have to be the same, or different, in all of the query;
 * the insides of EXISTS, which Comunica evaluates once for each solution; and the other side of a join (`joinBindings`),
 * whose blank nodes come in with Comunica's labels. A join with few solutions puts their terms into the part instead.
 */
export class NativeSource implements IQuerySource, NativeParts {
  readonly referenceValue = 'native';
  /** A slice of anything: what is around a part stays outside. */
  readonly #shape: FragmentSelectorShape = {
    type: 'operation',
    operation: { operationType: 'type', type: Algebra.Types.SLICE },
    children: [{ type: 'operation', operation: { operationType: 'wildcard' } }],
  };
  readonly #factory = new AlgebraFactory();
  /** Comunica gives blank nodes labels that tell sources apart. The first source, over the same data, has number 0. */
  readonly #wrapper = { source: new QuerySourceSkolemized(this, '0') };

  constructor(
    private readonly plan: Planner,
    private readonly graphs: () => readonly NamedNode[],
    private readonly listener: RunListener = {},
  ) {}

  isNative(operation: Algebra.Operation): boolean {
    return !callsOnceOnly(operation) && this.refusalOf(operation) === undefined;
  }

  /** Why an operation or query is not evaluated natively; undefined when it can be. */
  refusalOf(operation: Algebra.Operation): string | undefined {
    const pattern = queryForms.has(operation.type) ? (operation as Algebra.Ask).input : operation;
    try {
      this.plan(pattern, namesOf(pattern)).memory.end();
      return undefined;
    } catch (error) {
      if (error instanceof Unsupported) return error.message;
      throw error;
    }
  }

  handOver(operation: Algebra.Operation): Algebra.Operation {
    this.listener.handedOver?.(this.plan(operation, namesOf(operation)));
    return assignOperationSource(this.#factory.createSlice(operation, 0), this.#wrapper);
  }

  /** @throws Problem `refused` where there are too many graphs */
  spread(operation: Algebra.Graph): Algebra.Operation {
    return inEachGraph(operation, this.graphs());
  }

  queryBindings(operation: Algebra.Operation): BindingsStream {
    const part = unannotated(isWhole(operation) ? operation.input : operation);
    const plan = this.plan(part, namesOf(part));
    this.listener.running?.(plan);
    // The package `asynciterator` has its types twice, for modules of either kind; Comunica's are those of the other.
    return new BindingsIterator(plan, this.listener.turn) as unknown as BindingsStream;
  }

  getSelectorShape(): Promise<FragmentSelectorShape> {
    return Promise.resolve(this.#shape);
  }

  getFilterFactor(): Promise<number> {
    return Promise.resolve(1);
  }

  queryQuads(): never {
    throw new Error('The parts handed over give solutions.');
  }

  queryBoolean(): never {
    throw new Error('The parts handed over give solutions.');
  }

  queryVoid(): never {
    throw new Error('The parts handed over give solutions.');
  }

  toString(): string {
    return 'the native operators';
  }
}

/**
 * An operation without what Comunica hangs on it and on all inside: `metadata` names the source, and by it the register,
 * which whoever copies or searches operations, as a planner does, would copy and search along.
 */
function unannotated(operation: Algebra.Operation): Algebra.Operation {
  // Comunica's own transformer does not go into the metadata.
  return algebraUtils.transformer.transformObject(operation, part => {
    if ('metadata' in part) delete part.metadata;
    return part;
  }) as Algebra.Operation;
}

function namesOf(operation: Algebra.Operation): string[] {
  return algebraUtils.inScopeVariables(operation).map(({ value }) => value);
}

/** Whether a function in it has to be called by one engine for the whole query. */
function callsOnceOnly(operation: Algebra.Operation): boolean {
  let found = false;
  algebraUtils.visitOperationSub(
    operation,
    {},
    {
      [Algebra.Types.EXPRESSION]: {
        [Algebra.ExpressionTypes.OPERATOR]: {
          visitor: ({ operator }) => {
            if (operator === 'now' || operator === 'bnode') found = true;
          },
        },
      },
    },
  );
  return found;
}
