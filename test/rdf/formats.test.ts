import assert from 'node:assert/strict';
import { formatOfFile, rdfFormats } from '../../src/rdf/formats.js';

describe('the formats', () => {
  it('have names of their own: ids, media types, aliases and extensions', () => {
    for (const names of [
      rdfFormats.map(({ id }) => id),
      rdfFormats.map(({ extension }) => extension),
      rdfFormats.flatMap(({ mediaType, aliases }) => [mediaType, ...aliases]),
    ])
      assert.equal(new Set(names).size, names.length);
  });

  for (const [name, id] of [
    ['x.ttl', 'turtle'],
    ['x.TTL', 'turtle'],
    ['a.b.nt', 'ntriples'],
    ['/d/x.rdf', 'rdfxml'],
    ['x.jsonld', 'jsonld'],
    ['x.nq', 'nquads'],
    ['x.trig', 'trig'],
  ] as const)
    it(`of ${name} is ${id}`, () => {
      assert.equal(formatOfFile(name)?.id, id);
    });

  for (const name of ['x', 'x.txt', 'ttl', 'x.ttl.gz', 'x.', ''])
    it(`of "${name}" is none`, () => {
      assert.equal(formatOfFile(name), undefined);
    });
});
