import { iri } from '../rdf/prefixes.js';

const double = iri('xsd', 'double');
const standIn = `${double}#as-written`;

/**
 * Makes jsonld.js leave doubles as they are written: it gives "1"^^xsd:double out as "1.0E0", though only native
 * numbers are to be converted (JSON-LD 1.1 API section 8.6.2, step 10). Changes expanded JSON-LD in place.
 */
export function setDoublesAside(expanded: unknown): void {
  if (typeof expanded !== 'object' || expanded === null) return;
  const value = expanded as Record<string, unknown>;
  if (value['@type'] === double && typeof value['@value'] === 'string') value['@type'] = standIn;
  for (const child of Object.values(value)) setDoublesAside(child);
}

/** The datatype that `setDoublesAside` put something in the place of. */
export function datatypeAsWritten(datatype: string): string {
  return datatype === standIn ? double : datatype;
}
