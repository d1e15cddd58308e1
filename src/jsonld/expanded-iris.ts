import { Problem } from '../errors.js';
import { namedNode } from '../rdf/terms.js';
import { faultOfTerm } from '../rdf/well-formed.js';

/**
 * Refuses expanded JSON-LD with an identifier, type or property that is no IRI, or without the language it speaks of. The
 * processor drops their statements (JSON-LD 1.1 API section 8.1), which would lose them without a word; in Turtle and RDF/XML
 * they are refused, too.
 * @throws Problem `syntax-error` that names it
 */
export function assertIris(expanded: unknown): void {
  if (typeof expanded !== 'object' || expanded === null) return;
  if (Array.isArray(expanded)) {
    expanded.forEach(assertIris);
    return;
  }
  for (const [key, value] of Object.entries(expanded)) {
    if (key === '@id' || key === '@type') [value].flat().forEach(assertIri);
    else if (!key.startsWith('@')) assertIri(key);
    if (key === '@language' && value === '') throw new Problem('syntax-error', '"" is not a language tag.');
    // What JSON stands in a literal is no JSON-LD.
    if (key !== '@value') assertIris(value);
  }
}

function assertIri(name: unknown): void {
  if (typeof name !== 'string' || name.startsWith('_:') || name === '@json') return;
  const fault = faultOfTerm(namedNode(name));
  if (fault) throw new Problem('syntax-error', fault);
}
