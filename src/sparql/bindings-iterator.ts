import type { ComunicaDataFactory, MetadataBindings } from '@comunica/types';
import { AlgebraFactory } from '@comunica/utils-algebra';
import { BindingsFactory } from '@comunica/utils-bindings-factory';
import type { Bindings, Term, Variable } from '@rdfjs/types';
import { BufferedIterator } from 'asynciterator';
import { variable } from '../rdf/terms.js';
import type { Batch } from './native/batch.js';
import { DecodedBindings } from './native/decoded-bindings.js';
import type { Memory } from './native/memory.js';
import type { Plan } from './native/plan-query.js';
import { inTurns } from './native/turn.js';
import type { Turn } from './native/turns.js';

const bindingsFactory = new BindingsFactory(new AlgebraFactory().dataFactory as ComunicaDataFactory);

/** The solutions of a plan as Comunica takes them. Nothing runs before the first is read. */
export class BindingsIterator extends BufferedIterator<Bindings> {
  readonly #variables: readonly Variable[];
  readonly #decoded: DecodedBindings;
  readonly #batches: AsyncGenerator<Batch>;
  readonly #memory: Memory;

  constructor(plan: Plan, turn?: Turn) {
    super({ autoStart: false });
    this.#variables = plan.variables.map(({ name }) => variable(name));
    this.#decoded = new DecodedBindings(plan);
    this.#memory = plan.memory;
    this.#batches = inTurns(plan.solutions(), turn);
    this.setProperty('metadata', metadataOf(plan, this.#variables));
  }

  protected override _read(_count: number, done: () => void): void {
    this.#next().then(done, (error: unknown) => {
      this.destroy(error as Error);
    });
  }

  async #next(): Promise<void> {
    for (;;) {
      const { done, value: batch } = await this.#batches.next();
      if (done) {
        this.#memory.end();
        this.close();
        return;
      }
      for (let row = 0; row < batch.length; row += 1) this._push(this.#solution(batch, row));
      if (batch.length > 0) return;
    }
  }

  #solution(batch: Batch, row: number): Bindings {
    this.#decoded.at(batch, row);
    return bindingsFactory.bindings(
      this.#variables.flatMap((name): [Variable, Term][] => {
        const term = this.#decoded.get(name.value);
        return term ? [[name, term]] : [];
      }),
    );
  }

  protected override _destroy(cause: Error | undefined, callback: (error?: Error) => void): void {
    void this.#batches.return(undefined);
    this.#memory.end();
    super._destroy(cause, callback);
  }
}

function metadataOf({ variables, rows, binds }: Plan, names: readonly Variable[]): MetadataBindings {
  return {
    state: { valid: true, invalidate: () => undefined, addInvalidateListener: () => undefined },
    // Comunica skips what is known to be empty, which an estimate does not say.
    cardinality: { type: 'estimate', value: Math.max(1, Math.ceil(rows)) },
    requestTime: 0,
    variables: variables.map(({ slot }, at) => ({
      variable: names[at] as Variable,
      canBeUndef: !binds.certain.has(slot),
    })),
  };
}
