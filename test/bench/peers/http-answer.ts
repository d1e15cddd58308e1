import { DataFactory, Parser } from 'n3';
import type { Term } from '@rdfjs/types';
import { canonicalSolution, canonicalTriple } from './canonical.js';

/** The media type that the bench asks a SPARQL server for: triples for a query that makes a graph. */
export function acceptedFor(query: string): string {
  return /^\s*(CONSTRUCT|DESCRIBE)\b/m.test(query)
    ? 'application/n-triples'
    : 'application/sparql-results+json';
}

interface JsonTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'typed-literal';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

interface JsonResults {
  readonly head?: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

/** The rows of an answer over HTTP (SPARQL 1.1 Query Results JSON Format, or N-Triples). */
export function rowsOf(body: string, contentType: string): string[] {
  if (!contentType.includes('json')) return new Parser().parse(body).map(canonicalTriple);
  const { head, boolean, results } = JSON.parse(body) as JsonResults;
  if (boolean !== undefined) return [String(boolean)];
  const bindings = results?.bindings ?? [];
  // Virtuoso answers ASK with a row for true and with none for false.
  if (head?.vars?.[0] === '__ASK_RETVAL') return [String(bindings.length > 0)];
  return bindings.map(binding =>
    canonicalSolution(Object.entries(binding).map(([name, term]) => [name, toTerm(term)] as const)),
  );
}

function toTerm({ type, value, datatype, 'xml:lang': language }: JsonTerm): Term {
  if (type === 'uri') return DataFactory.namedNode(value);
  if (type === 'bnode') return DataFactory.blankNode(value);
  return DataFactory.literal(value, language ?? (datatype ? DataFactory.namedNode(datatype) : undefined));
}
