import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expand, iri, prefixes, shorten, usedPrefixes, type Prefix } from '../../src/rdf/prefixes.js';
import { literal, namedNode, quad, term } from '../../src/rdf/terms.js';

const anyPrefix = fc.constantFrom(...(Object.keys(prefixes) as Prefix[]));

describe('prefixes', () => {
  it('has namespaces that end where a name begins, none within another', () => {
    const namespaces = Object.values(prefixes);
    assert.equal(new Set(namespaces).size, namespaces.length);
    for (const namespace of namespaces) assert.match(namespace, /^https?:\/\/[^\s]+[#/]$/);
  });

  it('makes the IRI of a prefixed name', () => {
    assert.equal(iri('schema', 'startDate'), 'https://schema.org/startDate');
  });

  it('shortens what it expands, and expands what it shortens', () => {
    fc.assert(
      fc.property(anyPrefix, fc.stringMatching(/^[\w-]{1,12}$/), (prefix, local) => {
        assert.equal(shorten(iri(prefix, local)), `${prefix}:${local}`);
        assert.equal(expand(`${prefix}:${local}`), iri(prefix, local));
        assert.equal(expand(shorten(iri(prefix, local))), iri(prefix, local));
      }),
    );
  });

  for (const value of [
    'http://e/a',
    iri('dct', ''),
    iri('dct', 'a/b'),
    iri('dct', 'é'),
    'https://schema.org',
    'title',
  ])
    it(`leaves <${value}> as it is when shortening`, () => {
      assert.equal(shorten(value), value);
    });

  for (const value of ['unknown:a', 'plain', 'toString:a', 'constructor:a', 'http://e/a'])
    it(`leaves "${value}" as it is when expanding`, () => {
      assert.equal(expand(value), value);
    });

  it('finds the prefixes of subjects, predicates, objects and datatypes', () => {
    const used = usedPrefixes([
      quad(namedNode('http://e/a'), term('dct', 'issued'), literal('2024', term('xsd', 'gYear'))),
      quad(term('skos', 'Concept'), term('dct', 'type'), term('pac', 'Need')),
    ]);
    assert.deepEqual(
      used.map(({ prefix }) => prefix),
      ['dct', 'pac', 'skos', 'xsd'],
    );
    assert.deepEqual(usedPrefixes([]), []);
  });
});
