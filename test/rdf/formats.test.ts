import assert from 'node:assert/strict';
import { isCompressed, rdfFileName, rdfFormats } from '../../src/rdf/formats.js';

describe('the formats', () => {
  it('have names of their own: ids, media types, aliases and extensions', () => {
    for (const names of [
      rdfFormats.map(({ id }) => id),
      rdfFormats.flatMap(({ extension, otherExtensions }) => [extension, ...otherExtensions]),
      rdfFormats.flatMap(({ mediaType, aliases }) => [mediaType, ...aliases]),
    ])
      assert.equal(new Set(names).size, names.length);
  });

  for (const [name, format, stem, isShared] of [
    ['x.ttl', 'turtle', 'x', false],
    ['x.TTL', 'turtle', 'x', false],
    ['x.n3', 'turtle', 'x', true],
    ['a.b.nt', 'ntriples', 'a.b', false],
    ['/d/x.rdf', 'rdfxml', '/d/x', false],
    ['x.owl', 'rdfxml', 'x', true],
    ['x.XML', 'rdfxml', 'x', true],
    ['x.jsonld', 'jsonld', 'x', false],
    ['x.json', 'jsonld', 'x', true],
    ['x.nq', 'nquads', 'x', false],
    ['x.trig', 'trig', 'x', false],
    ['x.ttl.gz', 'turtle', 'x', false],
    ['a.b.NT.GZ', 'ntriples', 'a.b', false],
  ] as const)
    it(`of ${name} is ${format}`, () => {
      assert.deepEqual(rdfFileName(name), { format, stem, isShared });
      assert.equal(isCompressed(name), /gz$/i.test(name));
    });

  for (const name of ['x', 'x.txt', 'ttl', 'x.gz', 'x.', '', 'x.ttl.zip'])
    it(`of "${name}" is none`, () => {
      assert.equal(rdfFileName(name), undefined);
    });
});
