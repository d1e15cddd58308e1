import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { iri } from '../../src/rdf/prefixes.js';
import { toRdfXml } from '../../src/rdf/rdf-xml.js';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { directed } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const thing = namedNode('http://e/thing');
const title = term('dct', 'title');
const text = (value: string) => [quad(thing, title, literal(value))];

async function assertRoundTrip(quads: readonly Quad[], expected = quads): Promise<void> {
  const xml = toRdfXml(quads);
  assertIsomorphic(await parseRdf(xml, { format: 'rdfxml', base: 'http://e/' }), expected, xml);
}

describe('toRdfXml', () => {
  it('keeps carriage returns, line feeds and tabs', () => assertRoundTrip(text('a\rb\r\nc\nd\te')));

  it('keeps the end of a CDATA section that is none', () => assertRoundTrip(text('a ]]> b ]]]]>> c')));

  it('writes control characters, which XML cannot hold, as U+FFFD', () =>
    assertRoundTrip(text('a\u0000b\u0008c\u001bd\ufffee'), text('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')));

  for (const predicate of [
    'urn:x:title',
    'http://e/',
    'http://e/1st',
    'http://e/a:b',
    'http://e/a(b)',
    'http://e/a#b/c',
    'http://e/%C3%A9',
    'http://www.w3.org/2000/xmlns/a',
    ...[
      'Description',
      'RDF',
      'ID',
      'about',
      'parseType',
      'resource',
      'nodeID',
      'datatype',
      'li',
      '_1',
      '_12',
      'bagID',
    ].map(name => iri('rdf', name)),
  ])
    it(`refuses the predicate <${predicate}>, which can name no property element`, async () => {
      const { message } = await assertProblem(
        () => toRdfXml([quad(thing, namedNode(predicate), thing)]),
        'not-acceptable',
        /text\/turtle/,
      );
      assert.ok(message.includes(predicate));
    });

  for (const predicate of [
    'http://e/a',
    'http://e#_a',
    'http://e/xmlns#a',
    'http://e/xml/a',
    'http://e/2024/a-b.c',
    'http://e/été',
    iri('rdf', 'value'),
    iri('rdf', '_x'),
    'http://schema.org/name',
    iri('schema', 'name'),
  ])
    it(`takes the predicate <${predicate}>`, () =>
      assertRoundTrip([quad(thing, namedNode(predicate), literal('x'))]));

  for (const type of [
    'http://e/Type',
    'urn:x:Type',
    'http://e/1',
    'http://e/',
    'http://e/a:b',
    ...['Description', 'RDF', 'li', 'about', 'Bag', 'Seq', 'List', '_1'].map(name => iri('rdf', name)),
  ])
    it(`takes the type <${type}>, alone and with others`, async () => {
      const typed = (value: string) => quad(thing, term('rdf', 'type'), namedNode(value));
      await assertRoundTrip([typed(type)]);
      await assertRoundTrip([typed(type), typed('http://e/Other'), typed('urn:x:Other')]);
      await assertRoundTrip([typed('http://e/Other'), typed(type)]);
    });

  it('takes types that are no IRI', () =>
    assertRoundTrip([
      quad(thing, term('rdf', 'type'), literal('x')),
      quad(thing, term('rdf', 'type'), blankNode('b')),
    ]));

  it('takes each property of a thing that says it is the same as another', () =>
    assertRoundTrip([
      quad(thing, term('owl', 'sameAs'), namedNode('http://e/other')),
      quad(thing, title, literal('one')),
      quad(namedNode('http://e/other'), title, literal('two')),
      quad(title, term('rdf', 'type'), term('owl', 'FunctionalProperty')),
      quad(title, term('rdf', 'type'), term('owl', 'InverseFunctionalProperty')),
    ]));

  it('takes blank nodes whose labels XML could not name', () =>
    assertRoundTrip([
      quad(blankNode('1 b'), title, blankNode('1 b')),
      quad(blankNode('é'), title, blankNode('c.')),
    ]));

  it('writes a triple that comes twice once', () => {
    assert.equal(toRdfXml([...text('x'), ...text('x')]), toRdfXml(text('x')));
  });

  it('refuses what RDF 1.2 adds', async () => {
    await assertProblem(
      () => toRdfXml([quad(thing, title, quad(thing, title, thing))]),
      'not-acceptable',
      /triple term/,
    );
    const rightToLeft = directed('x', 'ar', 'rtl');
    await assertProblem(
      () => toRdfXml([quad(thing, title, rightToLeft)]),
      'not-acceptable',
      /base direction/,
    );
  });

  it('names the namespaces as the house does', () => {
    assert.match(
      toRdfXml([quad(thing, term('schema', 'name'), literal('x'))]),
      /xmlns:schema="https:\/\/schema\.org\/"/,
    );
    assert.match(toRdfXml(text('x')), /<dct:title>x<\/dct:title>/);
  });
});
