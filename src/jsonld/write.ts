import type jsonld from 'jsonld';
import type { Literal, Quad, Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { context, loadDocument } from './document-loader.js';
import { loadProcessor } from './processor.js';

/**
 * A graph as JSON-LD, compacted with the register's context, which is written inline: a harvester that follows
 * no remote context still reads it (data.gouv.fr fails on one it cannot fetch).
 * @throws Problem `not-acceptable` when JSON-LD cannot say the graph
 */
export async function toJsonLd(quads: Iterable<Quad>): Promise<string> {
  const expanded = await toExpanded(quads);
  try {
    const compacted = await (
      await loadProcessor()
    ).compact(expanded, context as jsonld.ContextDefinition, {
      documentLoader: loadDocument,
    });
    return JSON.stringify(compacted, null, 2);
  } catch (error) {
    throw cannotSay((error as Error).message);
  }
}

/**
 * A graph as expanded JSON-LD. Numbers stay text, so that none loses digits.
 * @throws Problem `not-acceptable` when JSON-LD cannot say the graph
 */
export async function toExpanded(quads: Iterable<Quad>): Promise<jsonld.JsonLdDocument> {
  const dataset = [...quads].map(({ subject, predicate, object }) => ({
    subject: plain(subject),
    predicate: plain(predicate),
    object: plain(object),
    graph: { termType: 'DefaultGraph', value: '' },
  }));
  try {
    return await (await loadProcessor()).fromRDF(dataset, { useNativeTypes: false });
  } catch (error) {
    throw cannotSay((error as Error).message);
  }
}

/** Namespaces that the context shortens to a prefix. */
const namespaces = Object.values(context['@context']).filter(value => typeof value === 'string');

/**
 * jsonld.js shortens `https://schema.org///x` to `schema://x`, which is read as an IRI of its own (JSON-LD 1.1
 * section 4.1.5: what follows the colon of a compact IRI does not begin with two slashes).
 */
function isMisread(iri: string): boolean {
  return iri.includes('//', 8) && namespaces.some(namespace => iri.startsWith(`${namespace}//`));
}

/** A term as jsonld.js takes it: RDF/JS in its fields, though blank node labels begin with `_:`. */
function plain(term: Term): object {
  switch (term.termType) {
    case 'BlankNode':
      return { termType: 'BlankNode', value: `_:${term.value}` };
    case 'Literal':
      return plainLiteral(term);
    case 'Quad':
      throw cannotSay('it has a triple term.');
    default:
      if (isMisread(term.value)) throw cannotSay(`<${term.value}> would be read as another IRI.`);
      return { termType: term.termType, value: term.value };
  }
}

function plainLiteral({ value, language, direction, datatype }: Literal): object {
  if (direction) throw cannotSay('it has a text with a base direction.');
  return {
    termType: 'Literal',
    value,
    datatype: plain(datatype),
    ...(language ? { language } : {}),
  };
}

function cannotSay(why: string): Problem {
  return new Problem(
    'not-acceptable',
    `This graph cannot be written as JSON-LD: ${why} Ask for text/turtle instead.`,
  );
}
