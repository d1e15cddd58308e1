import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { folderOf } from '../support/folder.js';
import { generate, type Syntax } from './generator/generate.js';
import { kinds, sizesOf } from './generator/kinds.js';

const records = 1_000;

describe('generator of registers', () => {
  let folder: string;
  before(async () => {
    folder = await folderOf({});
  });
  function generated(options?: { readonly syntax?: Syntax; readonly seed?: number }): string {
    const path = join(folder, 'register');
    generate(path, records, options);
    return readFileSync(path, 'utf8');
  }

  it('writes the same bytes for the same seed, and others for another', () => {
    assert.equal(generated(), generated());
    assert.notEqual(generated(), generated({ seed: 2 }));
  });

  it('writes what it says, a graph and a catalogue record for each record', () => {
    const path = join(folder, 'counted');
    const size = generate(path, records);
    const text = readFileSync(path, 'utf8');
    const quads = new Parser({ format: 'N-Quads' }).parse(text);
    assert.equal(quads.length, size.triples);
    assert.equal(Buffer.byteLength(text), size.bytes);
    assert.ok(size.triples / records >= 22, 'triples a record');
    const documents = quads.filter(({ object }) => object.value.endsWith('#CatalogRecord'));
    assert.equal(documents.length, records);
    assert.ok(documents.every(({ subject, graph }) => subject.value === graph.value));
  });

  it('states no triple twice, in one graph or in two', () => {
    const triples = generated({ syntax: 'n-triples' }).trimEnd().split('\n');
    assert.equal(new Set(triples).size, triples.length);
  });

  it('writes the same triples without graphs as N-Triples', () => {
    const triples = generated().replace(/ <[^ ]+> \.$/gm, ' .');
    assert.equal(generated({ syntax: 'n-triples' }), triples);
  });

  it('divides any number of records among the kinds', () => {
    for (const total of [100, 1_000, 50_000, 500_000]) {
      const sizes = sizesOf(total);
      assert.equal(
        kinds.reduce((sum, kind) => sum + sizes[kind], 0),
        total,
      );
    }
  });
});
