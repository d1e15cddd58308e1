import fc from 'fast-check';
import type { Literal, Quad } from '@rdfjs/types';
import { iri } from '../../src/rdf/prefixes.js';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';

/** A text with a base direction (RDF 1.2), which the types of n3 leave out. */
export function directed(value: string, language: string, direction: 'ltr' | 'rtl'): Literal {
  return literal(value, { language, direction } as unknown as string);
}

/** What generated graphs are made of. */
export interface Ingredients {
  readonly text: fc.Arbitrary<string>;
  readonly predicate: fc.Arbitrary<string>;
}

const awkward = ['"', '\\', "'", '"""', "'''", 'a\nb', 'a\r\nb', '\r', '\t', ' lead', 'trail ', ''];
const markup = [
  '<a href="x">&amp;</a>',
  ']]>',
  '{}[]()',
  '# no comment',
  '\\u0041',
  '@prefix',
  '{{x}}',
  '=1+1',
];
const beyondAscii = ['é', 'e\u0301', '😀🇫🇷', '\u2028', '\u00a0', '\u200f', '\ufeff', '中文', '\u{10ffff}'];
const controls = ['\u0000', '\u0008', '\u001b', '\u007f', '\u0085', '\ufffe', '\uffff'];

/** Any text that XML can hold. */
export const xmlText = fc.oneof(
  fc.constantFrom(...awkward, ...markup, ...beyondAscii),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom(...awkward, ...markup, ...beyondAscii), { maxLength: 4 })
    .map(parts => parts.join('')),
);

/** Any text at all. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: xmlText },
  { weight: 1, arbitrary: fc.constantFrom(...controls) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const namespaces = [
  'http://example.org/',
  'http://example.org/a#',
  'https://schema.org/',
  iri('dct', ''),
  iri('skos', ''),
  'http://localhost:3000/id/commons/',
  'urn:x:',
  'mailto:',
  'tag:example.org,2026:',
  'https://ar.wikipedia.org/wiki/ويكي#',
];
/** No segment is "." or "..": resolving takes those out of any IRI (RFC 3986 section 5.2.4). */
const iriCharacters = [..."aZ09-_~!$&'()*+,;=:@?é中😀", 'x.', '.y', '%C3%A9', '%20', 'x/y', '//'];

/** IRIs with whatever may stand in one (RFC 3987), some of which prefixed names cannot hold. */
export const anyIri = fc
  .tuple(
    fc.constantFrom(...namespaces),
    fc.array(fc.constantFrom(...iriCharacters), { maxLength: 6 }).map(parts => parts.join('')),
  )
  .map(parts => parts.join(''));

/** IRIs that end in a name that an XML element can have. */
export const namedIri = fc
  .tuple(
    fc.constantFrom(
      'http://example.org/',
      'http://example.org/xml#',
      'http://example.org/xmlns#',
      iri('dct', ''),
    ),
    fc.constantFrom('title', 'a', '_x', 'B-2', 'é.e', 'ns1', 'x_y'),
  )
  .map(parts => parts.join(''));

const datatypes = ['integer', 'decimal', 'double', 'boolean', 'date', 'gYear', 'anyURI', 'string'];
const lexicalForms = [
  '1',
  '01',
  '+1',
  '-0',
  '1.0',
  '.5',
  '1e3',
  '1.5E-3',
  'true',
  '0',
  '2024-01-01',
  'no number',
];
const languages = ['en', 'fr', 'en-gb', 'zh-hant-tw', 'de-1996', 'x-local'];

const anyLiteral = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    text.map(value => literal(value)),
    fc.tuple(text, fc.constantFrom(...languages)).map(([value, language]) => literal(value, language)),
    fc
      .tuple(fc.constantFrom(...lexicalForms), fc.constantFrom(...datatypes))
      .map(([value, type]) => literal(value, term('xsd', type))),
    fc.tuple(text, anyIri).map(([value, type]) => literal(value, namedNode(type))),
  );

const anyBlank = fc.constantFrom('a', 'b', 'c', 'd').map(label => blankNode(label));
const anyNode = fc.oneof(anyIri.map(namedNode), anyBlank);

const anyTriple = ({ text, predicate }: Ingredients): fc.Arbitrary<Quad> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(anyNode, predicate.map(namedNode), fc.oneof(anyNode, anyLiteral(text)))
        .map(([subject, verb, object]) => quad(subject, verb, object)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anyNode, fc.oneof(anyNode, namedIri.map(namedNode)))
        .map(([subject, type]) => quad(subject, term('rdf', 'type'), type)),
    },
  );

/** A list (RDF 1.1 Semantics appendix D.3) that some node points to. */
const anyList = ({ text, predicate }: Ingredients): fc.Arbitrary<Quad[]> =>
  fc
    .tuple(anyNode, predicate, fc.array(fc.oneof(anyNode, anyLiteral(text)), { maxLength: 4 }))
    .map(([subject, verb, items]) => {
      const cells = items.map((_, index) => blankNode(`list${index}`));
      const cell = (index: number) => cells[index] ?? term('rdf', 'nil');
      return [
        quad(subject, namedNode(verb), cell(0)),
        ...items.flatMap((item, index) => [
          quad(cell(index), term('rdf', 'first'), item),
          quad(cell(index), term('rdf', 'rest'), cell(index + 1)),
        ]),
      ];
    });

/** Small graphs with texts of all kinds, shared and cyclic blank nodes, and lists. */
export const anyGraph = (ingredients: Ingredients): fc.Arbitrary<Quad[]> =>
  fc
    .tuple(
      fc.array(anyTriple(ingredients), { maxLength: 10 }),
      fc.option(anyList(ingredients), { nil: [], freq: 2 }),
    )
    .map(parts => parts.flat());

/** Small datasets: the triples of a graph spread over the default graph and a few named ones. */
export const anyDataset = (ingredients: Ingredients): fc.Arbitrary<Quad[]> =>
  fc
    .tuple(anyGraph(ingredients), fc.infiniteStream(fc.option(anyNode, { nil: undefined })))
    .map(([graph, names]) =>
      graph.map(({ subject, predicate, object }) => {
        const { value: name } = names.next() as { value: Quad['graph'] | undefined };
        return name ? quad(subject, predicate, object, name) : quad(subject, predicate, object);
      }),
    );
