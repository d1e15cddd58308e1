import type jsonld from 'jsonld';
import type { Literal, Quad, Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { iri } from '../rdf/prefixes.js';
import { context, loadDocument } from './document-loader.js';
import { loadProcessor } from './processor.js';
import { readable } from './readable.js';

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
    const { '@context': given, ...tree } = compacted;
    return JSON.stringify({ '@context': given, ...readable(tree) }, null, 2);
  } catch (error) {
    throw cannotSay((error as Error).message);
  }
}

/**
 * A graph as JSON-LD that says the same, in pieces of text: each of its nodes is compacted by itself. What is a list stays a
 * chain of nodes.
 * @param chunks of the triples of a graph, those of a subject one after the other
 * @throws Problem `not-acceptable`, while iterating, when JSON-LD cannot say the graph
 */
export async function* jsonLdPieces(chunks: Iterable<readonly Quad[]>): AsyncGenerator<string> {
  const processor = await loadProcessor();
  const document = JSON.stringify({ ...context, '@graph': [null] }, null, 2);
  const place = document.lastIndexOf('null');
  let before = document.slice(0, place);
  for (const chunk of chunks) {
    const compacted = await processor
      .compact(nodesOf(chunk) as jsonld.JsonLdDocument, context as jsonld.ContextDefinition, {
        documentLoader: loadDocument,
        graph: true,
      })
      .catch((error: unknown) => {
        throw cannotSay((error as Error).message);
      });
    yield before + itemsOf(readable(compacted)['@graph']);
    before = `,\n    `;
  }
  yield document.slice(place + 'null'.length);
}

/** The items of an array as they stand in an array of a document, without what stands around them. */
function itemsOf(array: unknown): string {
  return JSON.stringify({ '': array }, null, 2).slice('{\n  "": [\n    '.length, -'\n  ]\n}'.length);
}

/** Triples as nodes of expanded JSON-LD, those of a subject that stand together as one. */
function nodesOf(triples: readonly Quad[]): object[] {
  const nodes: Record<string, unknown>[] = [];
  for (const { subject, predicate, object } of triples) {
    const id = plain(subject).value;
    let node = nodes.at(-1);
    if (node?.['@id'] !== id) nodes.push((node = { '@id': id }));
    const isType = predicate.value === typeIri && object.termType !== 'Literal';
    const key = isType ? '@type' : plain(predicate).value;
    ((node[key] ??= []) as unknown[]).push(isType ? plain(object).value : valueOf(plain(object)));
  }
  return nodes;
}

function valueOf({ termType, value, language, datatype }: PlainTerm): object {
  if (termType !== 'Literal') return { '@id': value };
  if (language) return { '@value': value, '@language': language };
  return datatype?.value === stringIri ? { '@value': value } : { '@value': value, '@type': datatype?.value };
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

const typeIri = iri('rdf', 'type');
const stringIri = iri('xsd', 'string');

/** Namespaces that the context shortens to a prefix. */
const namespaces = Object.values(context['@context']).filter(value => typeof value === 'string');

/**
 * jsonld.js shortens `https://schema.org///x` to `schema://x`, which is read as an IRI of its own (JSON-LD 1.1
 * section 4.1.5: what follows the colon of a compact IRI does not begin with two slashes).
 */
function isMisread(value: string): boolean {
  return value.includes('//', 8) && namespaces.some(namespace => value.startsWith(`${namespace}//`));
}

/** A term as jsonld.js takes it: RDF/JS in its fields, though blank node labels begin with `_:`. */
interface PlainTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: PlainTerm;
}

function plain(term: Term): PlainTerm {
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

function plainLiteral({ value, language, direction, datatype }: Literal): PlainTerm {
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
