import type { NamedNode } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { namedNode } from '../rdf/terms.js';
import { faultOfTerm } from '../rdf/well-formed.js';

/**
 * An IRI of expanded JSON-LD. What is none would have its statements dropped (JSON-LD 1.1 API section 8.1), which would lose
 * them without a word; in Turtle and RDF/XML it is refused, too.
 * @throws Problem `syntax-error` that names it
 */
export function iriOf(name: unknown): NamedNode {
  // An identifier in the form of a keyword expands to null (section 5.2.2, step 2).
  if (typeof name !== 'string')
    throw new Problem('syntax-error', `An IRI is wanted, and there is ${JSON.stringify(name)}.`);
  const iri = namedNode(name);
  const fault = faultOfTerm(iri);
  if (fault) throw new Problem('syntax-error', fault);
  return iri;
}
