import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import type { RdfFormatId } from '../../src/rdf/formats.js';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { directed } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';

const base = 'http://localhost:3000/';
const thing = namedNode('http://e/thing');
const title = quad(thing, term('dct', 'title'), literal('Titre', 'fr'), namedNode('http://e/graph'));
const blank = quad(blankNode('b'), term('dct', 'title'), blankNode('c'), blankNode('g'));

function* once(quads: readonly Quad[]): Generator<Quad> {
  yield* quads;
}

const plain = ({ subject, predicate, object }: Quad) => quad(subject, predicate, object);

describe('serializeRdf', () => {
  for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] satisfies RdfFormatId[])
    it(`leaves the names of graphs out in ${format}`, async () => {
      const text = await serializeRdf([title, blank], format);
      assertIsomorphic(await parseRdf(text, { format, base }), [plain(title), plain(blank)]);
    });

  for (const format of ['nquads', 'trig'] satisfies RdfFormatId[])
    it(`keeps the names of graphs in ${format}`, async () => {
      const quads = [title, blank, plain(title)];
      assertIsomorphic(await parseRdf(await serializeRdf(quads, format), { format, base }), quads);
    });

  for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml', 'nquads', 'trig'] satisfies RdfFormatId[])
    it(`takes in ${format} quads that can be gone over once only`, async () => {
      assert.equal(await serializeRdf(once([title]), format), await serializeRdf([title], format));
    });

  it('shortens Turtle with the prefixes that it uses, and declares no other', async () => {
    assert.equal(
      await serializeRdf(
        [
          quad(thing, term('rdf', 'type'), term('pac', 'Need')),
          quad(thing, term('dct', 'issued'), literal('2024', term('xsd', 'gYear'))),
        ],
        'turtle',
      ),
      [
        '@prefix dct: <http://purl.org/dc/terms/>.',
        '@prefix pac: <https://w3id.org/communaux/pac#>.',
        '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.',
        '@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.',
        '',
        '<http://e/thing> a pac:Need;',
        '    dct:issued "2024"^^xsd:gYear.',
        '',
      ].join('\n'),
    );
  });

  it('writes N-Triples without prefixes, a triple a line', async () => {
    assert.equal(
      await serializeRdf([title], 'ntriples'),
      '<http://e/thing> <http://purl.org/dc/terms/title> "Titre"@fr .\n',
    );
  });

  it('keeps what RDF 1.2 adds in the formats that can say it', async () => {
    const direction = quad(thing, term('dct', 'title'), directed('عنوان', 'ar', 'rtl'));
    const nested = quad(thing, term('dct', 'source'), plain(title));
    for (const format of ['turtle', 'ntriples', 'nquads', 'trig'] as const)
      assertIsomorphic(await parseRdf(await serializeRdf([direction, nested], format), { format, base }), [
        direction,
        nested,
      ]);
  });
});
