import type jsonld from 'jsonld';
import { DataFactory } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { freshBlankNodes } from '../rdf/fresh-blank-nodes.js';
import { assertShallow } from '../rdf/nesting.js';
import { literal, namedNode, quad } from '../rdf/terms.js';
import { loadDocument } from './document-loader.js';
import { assertIris } from './expanded-iris.js';
import { assertSafeExpansion, assertSafeJson, maxJsonDepth } from './guard.js';
import { readJson } from './read-json.js';
import { datatypeAsWritten, setDoublesAside } from './written-doubles.js';
import { loadProcessor } from './processor.js';

/** A term as jsonld.js gives it: RDF/JS in its fields, though blank node labels begin with `_:`. */
interface PlainTerm {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly language?: string;
  readonly datatype?: PlainTerm;
}

type PlainQuad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>>;

/**
 * JSON-LD text to quads, with bundled contexts only.
 * @throws Problem `bad-request` when the JSON is too deep or poisonous, `refused` when it names a remote context,
 * `syntax-error` when it is no JSON or no JSON-LD
 */
export async function parseJsonLd(text: string, base: string): Promise<Quad[]> {
  assertShallow(text, maxJsonDepth);
  const document = readJson(text);
  assertSafeJson(document);
  if (typeof document !== 'object' || document === null)
    throw new Problem('syntax-error', 'A JSON-LD document is an object or an array.');
  try {
    const options = { base, documentLoader: loadDocument };
    const expanded = await (await loadProcessor()).expand(document, options);
    assertSafeExpansion(expanded);
    assertIris(expanded);
    setDoublesAside(expanded);
    const dataset = await (
      await loadProcessor()
    ).toRDF(expanded as jsonld.JsonLdDocument, {
      ...options,
      skipExpansion: true,
    });
    return toQuads(dataset as unknown as PlainQuad[]);
  } catch (error) {
    throw problemWithin(error) ?? new Problem('syntax-error', (error as Error).message);
  }
}

/** jsonld.js wraps what the document loader throws, sometimes more than once. */
function problemWithin(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { cause } = (error as { details?: { cause?: unknown } }).details ?? {};
  return cause === undefined ? undefined : problemWithin(cause);
}

function toQuads(dataset: readonly PlainQuad[]): Quad[] {
  const fresh = freshBlankNodes();
  const node = ({ termType, value }: PlainTerm) =>
    termType === 'BlankNode' ? fresh(value) : namedNode(value);
  const value = (term: PlainTerm) => (term.termType === 'Literal' ? toLiteral(term) : node(term));
  return dataset.map(({ subject, predicate, object, graph }) =>
    quad(
      node(subject),
      namedNode(predicate.value),
      value(object),
      graph.termType === 'DefaultGraph' ? DataFactory.defaultGraph() : node(graph),
    ),
  );
}

function toLiteral({ value, language, datatype }: PlainTerm) {
  return literal(value, language ?? (datatype && namedNode(datatypeAsWritten(datatype.value))));
}
