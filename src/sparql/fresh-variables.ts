import type { Variable } from '@rdfjs/types';
import { variable } from '../rdf/terms.js';

/** No variable of a query has one in its name (SPARQL 1.1 Query section 19.8, production VARNAME). */
const mark = '.';

/** Makes variables that no query can name, for what its patterns have in between: steps of a path, blank nodes. */
export class FreshVariables {
  #count = 0;

  /** @param kind tells these apart from those made elsewhere for the same query */
  constructor(private readonly kind: string) {}

  next(): Variable {
    this.#count += 1;
    return this.named(String(this.#count));
  }

  /** The variable that stands for a name, always the same. */
  named(name: string): Variable {
    return variable(this.kind + mark + name);
  }
}

/** Whether a variable was made up: it is in no solution of the query (sections 18.1.6 and 18.4). */
export function isFresh({ value }: Variable): boolean {
  return value.includes(mark);
}
