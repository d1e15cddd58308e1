import oxigraph from 'oxigraph';
import type { Quad, Term } from '@rdfjs/types';
import { Problem } from '../../../src/errors.js';
import { rdfFormats, type RdfFormatId } from '../../../src/rdf/formats.js';
import { parseRdf } from '../../../src/rdf/parse.js';
import { blankNode, defaultGraph, literal, namedNode, quad } from '../../../src/rdf/terms.js';
import { directed } from '../../support/graphs.js';

const base = 'http://e/d/doc';

/** What a reader makes of a text: quads, or why it refuses it. */
export type Outcome = readonly Quad[] | string;

export async function ours(text: string, format: RdfFormatId): Promise<Outcome> {
  try {
    return distinct((await parseRdf(text, { format, base })).map(copy));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message;
  }
}

export function theirs(text: string, format: RdfFormatId): Outcome {
  const { mediaType } = rdfFormats.find(({ id }) => id === format) ?? rdfFormats[0]!;
  try {
    return distinct(
      oxigraph.parse(simplified(text, format), { format: mediaType, base_iri: base }).map(copy),
    );
  } catch (error) {
    return String(error);
  }
}

/**
 * The same document in a form that Oxigraph reads whole: it takes a byte order mark for a word, and of a text in RDF/XML
 * that is interrupted it keeps one piece, or none (unexpected text event). It leaves line ends as they are
 * (XML 1.0 section 2.11).
 */
function simplified(text: string, format: RdfFormatId): string {
  const unmarked = text.replace(/^\ufeff/, '');
  if (format !== 'rdfxml') return unmarked;
  return unmarked
    .replace(/<!-- c -->|<\?p q\?>/g, '')
    .replaceAll('<![CDATA[<b>]]>', '&lt;b&gt;')
    .replaceAll('\r\n', '\n');
}

function distinct(quads: readonly Quad[]): Quad[] {
  return quads.filter((one, index) => quads.findIndex(other => other.equals(one)) === index);
}

/** The same quad in our terms. XML literals are compared without their tags: canonical XML writes them in another way. */
function copy({ subject, predicate, object, graph }: Quad): Quad {
  return quad(
    term(subject) as Quad['subject'],
    term(predicate) as Quad['predicate'],
    term(object) as Quad['object'],
    term(graph) as Quad['graph'],
  );
}

function term(given: Term): Term {
  switch (given.termType) {
    case 'NamedNode':
      return namedNode(given.value);
    case 'BlankNode':
      return blankNode(given.value);
    case 'Literal':
      if (given.direction) return directed(given.value, given.language, given.direction);
      if (given.datatype.value.endsWith('#XMLLiteral'))
        return literal(given.value.replace(/<[^>]*>/g, ''), namedNode(given.datatype.value));
      return literal(given.value, given.language || namedNode(given.datatype.value));
    case 'Quad':
      return copy(given as Quad) as Term;
    default:
      return defaultGraph();
  }
}
