import assert from 'node:assert/strict';
import { contextIri } from '../../src/jsonld/document-loader.js';
import { parseJsonLd } from '../../src/jsonld/parse.js';
import { literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const base = 'http://localhost:3000/commons/x';
const parse = (document: unknown) => parseJsonLd(JSON.stringify(document), base);
const thing = namedNode('http://e/a');
const predicate = namedNode('http://e/p');

/** Documents that would have something fetched, if anything were. */
const remote: Readonly<Record<string, unknown>> = {
  'a context over http': { '@context': 'http://example.org/context', a: 1 },
  'a context over https': { '@context': 'https://schema.org/', name: 'x' },
  'a context in a file': { '@context': 'file:///etc/passwd', a: 1 },
  'a relative context': { '@context': 'context.jsonld', a: 1 },
  'a context of this very host': { '@context': '/context/v1.jsonld', a: 1 },
  'a context after the bundled one': { '@context': [contextIri, 'http://example.org/context'], a: 1 },
  'a context before the bundled one': {
    '@context': [{ a: 'http://e/a' }, 'http://example.org/context', contextIri],
    a: 1,
  },
  'an @import': { '@context': { '@import': 'http://example.org/context' }, a: 1 },
  'a context inside a node': { 'http://e/p': { '@context': 'http://example.org/context', a: 1 } },
};

const scoped: Readonly<Record<string, unknown>> = {
  'by a property': {
    '@context': { a: { '@id': 'http://e/a', '@context': 'http://example.org/context' } },
    a: { b: 1 },
  },
  'by a type': {
    '@context': { T: { '@id': 'http://e/T', '@context': 'file:///etc/passwd' } },
    '@type': 'T',
    b: 1,
  },
};

/** Names that reach Object.prototype, spelt out. */
const poison: Readonly<Record<string, string>> = {
  'an @id': '{"@id": "__proto__", "http://e/p": 1}',
  'an escaped @id': '{"@id": "\\u005f_proto__", "http://e/p": 1}',
  'the @id of an object': '{"@id": "http://e/a", "http://e/p": {"@id": "__proto__", "http://e/p": 1}}',
  'a graph': '{"@id": "__proto__", "@graph": [{"@id": "http://e/a", "http://e/p": 1}]}',
  'a key': '{"@id": "http://e/a", "__proto__": {"polluted": 1}}',
  'constructor and prototype': '{"constructor": {"prototype": {"polluted": 1}}}',
  'a term': '{"@context": {"__proto__": "http://e/p"}, "a": 1}',
  'an aliased @id': '{"@context": {"@base": null, "id": "@id"}, "id": "__proto__", "http://e/p": 1}',
};

/** The same, put together by a context, and other names that every object has: no IRIs, all of them. */
const composed: Readonly<Record<string, string>> = {
  'a value of @vocab and an object':
    '{"@context": {"@base": null, "@vocab": "__", "a": {"@id": "http://e/a", "@type": "@vocab"}}, "@id": "http://e/a", "a": "proto__"}',
  'a value of @vocab and a type':
    '{"@context": {"@base": null, "@vocab": "__"}, "@id": "http://e/a", "@type": "proto__"}',
  'another name of every object':
    '{"@context": {"@base": null}, "@id": "toString", "http://e/p": {"@id": "hasOwnProperty", "http://e/p": 1}}',
};

describe('parseJsonLd', () => {
  it('knows the context of the register', async () => {
    const quads = await parse({
      '@context': contextIri,
      id: '../id/commons/x',
      title: { fr: 'Titre', en: 'Title' },
    });
    const x = namedNode('http://localhost:3000/id/commons/x');
    assertIsomorphic(quads, [
      quad(x, term('dct', 'title'), literal('Titre', 'fr')),
      quad(x, term('dct', 'title'), literal('Title', 'en')),
    ]);
  });

  for (const [name, document] of Object.entries(remote))
    it(`refuses ${name}`, () =>
      assertProblem(() => parse(document), 'refused', /not one of this register's/));

  for (const [name, document] of Object.entries(scoped))
    it(`refuses a remote context scoped ${name}`, () =>
      assertProblem(() => parse(document), 'syntax-error', /scoped context/));

  for (const [name, text] of Object.entries({ ...poison, ...composed }))
    it(`refuses ${name} that would reach Object.prototype, which stays as it is`, async () => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      await assertProblem(() => parseJsonLd(text, base), name in poison ? 'bad-request' : 'syntax-error');
      assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), before);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      assertIsomorphic(await parse({ '@id': 'http://e/a', 'http://e/p': 'x' }), [
        quad(thing, predicate, literal('x')),
      ]);
    });

  it('drops a property that @vocab makes one of __proto__, which is no IRI', async () => {
    const text =
      '{"@context": {"@base": null, "@vocab": "__"}, "@id": "http://e/a", "proto__": {"@id": "http://e/b"}}';
    assert.deepEqual(await parseJsonLd(text, base), []);
    assert.equal(({} as Record<string, unknown>)['@id'], undefined);
  });

  it('takes the words constructor and prototype in texts', async () => {
    const quads = await parse({
      '@id': 'http://e/a',
      'http://e/p': ['constructor', { '@value': 'prototype' }],
    });
    assertIsomorphic(quads, [
      quad(thing, predicate, literal('constructor')),
      quad(thing, predicate, literal('prototype')),
    ]);
  });

  for (const document of ['"http://e/context"', '1', 'null', 'true'])
    it(`refuses ${document} as a document`, () =>
      assertProblem(() => parseJsonLd(document, base), 'syntax-error', /object or an array/));

  for (const [name, document] of Object.entries({
    'a keyword out of place': { '@id': 1 },
    'a value object with two meanings': {
      'http://e/p': { '@value': 'x', '@language': 'fr', '@type': 'http://e/T' },
    },
    'a circle of terms': { '@context': { a: 'b:x', b: 'a:y' }, a: 1 },
  }))
    it(`refuses ${name}`, () => assertProblem(() => parse(document), 'syntax-error'));

  it('takes doubles as they are written, and writes native numbers in their canonical form', async () => {
    const double = (value: string) => quad(thing, predicate, literal(value, term('xsd', 'double')));
    const typed = { '@type': 'http://www.w3.org/2001/XMLSchema#double' };
    const values = [
      { '@value': '1', ...typed },
      { '@value': 'no number', ...typed },
      1.5,
      1e21,
      { '@value': 2, ...typed },
    ];
    assertIsomorphic(
      await parse({ '@id': 'http://e/a', 'http://e/p': values }),
      ['1', 'no number', '1.5E0', '1.0E21', '2.0E0'].map(double),
    );
  });

  it('takes lists of lists', async () => {
    const quads = await parse({
      '@id': 'http://e/a',
      'http://e/p': { '@list': [{ '@list': [1] }, { '@list': [] }] },
    });
    assert.equal(quads.length, 7);
  });

  it('takes nothing from an empty document', async () => {
    assert.deepEqual(await parse({}), []);
    assert.deepEqual(await parse([]), []);
  });

  it('refuses deep and wide JSON', async () => {
    const deep = '{"a":'.repeat(401) + '1' + '}'.repeat(401);
    await assertProblem(() => parseJsonLd(deep, base), 'bad-request', /deeper than 400/);
    const wide = { 'http://e/p': Array.from({ length: 1_000_001 }, (_, index) => index) };
    await assertProblem(() => parse(wide), 'bad-request', /more than 1000000/);
  });

  it('refuses 20 000 nested objects at once', async () => {
    const start = performance.now();
    await assertProblem(() => parseJsonLd('{"a":'.repeat(20_000), base), 'bad-request');
    assert.ok(performance.now() - start < 500);
  });
});
