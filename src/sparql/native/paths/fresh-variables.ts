import type { Variable } from '@rdfjs/types';
import { variable } from '../../../rdf/terms.js';

const prefix = 'path.';

/** Makes variables that no query can name: a full stop cannot stand in one (SPARQL 1.1 Query section 19.8, VARNAME). */
export class FreshVariables {
  #count = 0;

  next(): Variable {
    this.#count += 1;
    return variable(prefix + this.#count);
  }
}

/** Whether a variable was made for a sequence: it is not in scope outside it (section 18.4, Sequence). */
export function isFresh({ value }: Variable): boolean {
  return value.startsWith(prefix);
}
