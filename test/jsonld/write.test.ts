import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { context } from '../../src/jsonld/document-loader.js';
import { parseJsonLd } from '../../src/jsonld/parse.js';
import { toJsonLd } from '../../src/jsonld/write.js';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { directed } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const thing = namedNode('http://e/thing');
const title = term('dct', 'title');
const write = async (...quads: Quad[]) => JSON.parse(await toJsonLd(quads)) as Record<string, unknown>;

describe('toJsonLd', () => {
  it('writes the context inline, so that nothing has to be fetched', async () => {
    assert.deepEqual((await write(quad(thing, title, literal('x'))))['@context'], context['@context']);
  });

  it('writes texts by language, references as IRIs, and classes shortened', async () => {
    const written = await write(
      quad(thing, term('rdf', 'type'), term('pac', 'DigitalCommons')),
      quad(thing, title, literal('Titre', 'fr')),
      quad(thing, title, literal('Title', 'en')),
      quad(thing, term('dct', 'license'), namedNode('https://spdx.org/licenses/MIT')),
      quad(thing, term('dct', 'created'), literal('2004', term('xsd', 'gYear'))),
    );
    assert.deepEqual(written, {
      ...context,
      id: 'http://e/thing',
      type: ['pac:DigitalCommons'],
      title: { fr: 'Titre', en: 'Title' },
      license: ['https://spdx.org/licenses/MIT'],
      createdYear: '2004',
    });
  });

  it('does not mix a text without a language, or a text that should be an IRI, with those of the context', async () => {
    const quads = [
      quad(thing, title, literal('no language')),
      quad(thing, term('dct', 'license'), literal('MIT')),
      quad(thing, term('dct', 'created'), namedNode('http://e/year')),
      quad(thing, term('dcat', 'centroid'), literal('POINT(1 2)')),
    ];
    assertIsomorphic(await parseJsonLd(await toJsonLd(quads), 'http://e/'), quads);
  });

  it('keeps numbers as they are written', async () => {
    const values = ['01', '1.50', '1e0', 'true', '1'].flatMap(value =>
      ['integer', 'decimal', 'double', 'boolean'].map(type =>
        quad(thing, title, literal(value, term('xsd', type))),
      ),
    );
    assertIsomorphic(await parseJsonLd(await toJsonLd(values), 'http://e/'), values);
  });

  it('leaves the names of graphs out', async () => {
    const named = quad(thing, title, literal('x'), namedNode('http://e/graph'));
    assert.equal(await toJsonLd([named]), await toJsonLd([quad(thing, title, literal('x'))]));
  });

  it('writes what would be markup or an end of a string in other formats', async () => {
    const text = '"\\\n\u0000\u2028</script> <http://e/> .';
    assertIsomorphic(await parseJsonLd(await toJsonLd([quad(thing, title, literal(text))]), 'http://e/'), [
      quad(thing, title, literal(text)),
    ]);
  });

  for (const [name, item, why] of [
    ['a triple term', quad(thing, title, quad(thing, title, thing)), /triple term/],
    ['a base direction', quad(thing, title, directed('x', 'ar', 'rtl')), /base direction/],
    [
      'an IRI whose scheme is a prefix of the context',
      quad(namedNode('dct:x'), title, literal('x')),
      /confused with prefix/,
    ],
    [
      'an IRI that would be shortened to another',
      quad(namedNode('https://schema.org///x'), title, literal('x')),
      /read as another IRI/,
    ],
    [
      'such an IRI as a datatype',
      quad(thing, title, literal('x', namedNode('https://schema.org///x'))),
      /read as another IRI/,
    ],
    [
      'a JSON literal that is not JSON',
      quad(thing, title, literal('{', term('rdf', 'JSON'))),
      /JSON literal/,
    ],
  ] as const)
    it(`refuses ${name}`, () => assertProblem(() => toJsonLd([item]), 'not-acceptable', why));

  it('takes an IRI with two slashes where nothing is shortened', async () => {
    const quads = [quad(namedNode('http://e//x'), namedNode('https://schema.org/a//b'), blankNode('b'))];
    assertIsomorphic(await parseJsonLd(await toJsonLd(quads), 'http://e/'), quads);
  });
});
