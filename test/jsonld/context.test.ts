import assert from 'node:assert/strict';
import jsonld from 'jsonld';
import { context, contextIri, loadDocument } from '../../src/jsonld/document-loader.js';
import { projectPath } from '../../src/project.js';
import { prefixes } from '../../src/rdf/prefixes.js';
import { term } from '../../src/rdf/terms.js';
import { readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';
import { toJsonLd } from '../../src/jsonld/write.js';

type Definition =
  string | { readonly '@id': string; readonly '@type'?: string; readonly '@container'?: string };
const definitions = Object.entries(context['@context'] as Record<string, Definition>);
const terms = definitions.filter(
  ([name, value]) => name !== '@version' && (typeof value !== 'string' || /^[^@]+:/.test(value)),
);

describe('the JSON-LD context, version 1', () => {
  it('names prefixes as the house does', () => {
    const own = definitions.filter(([, value]) => typeof value === 'string' && /[#/]$/.test(value));
    assert.ok(own.length > 10);
    for (const [prefix, namespace] of own)
      assert.equal(namespace, (prefixes as Readonly<Record<string, string>>)[prefix], prefix);
  });

  it('gives no two terms the same meaning', () => {
    const meanings = terms.map(([, value]) => JSON.stringify(value));
    assert.deepEqual(
      meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index),
      [],
    );
  });

  it('is no bigger than what a document may bring', () => {
    assert.ok(JSON.stringify(context).length <= 20_000);
  });

  it('is itself a document that says nothing', async () => {
    const expanded = await jsonld.expand(context as jsonld.JsonLdDocument, { documentLoader: loadDocument });
    assert.deepEqual(expanded, []);
  });

  it('has the same meaning by its IRI as inline', async () => {
    const inline = { ...context, id: 'http://e/a', title: { fr: 'x' }, role: 'http://e/r' };
    const named = { ...inline, '@context': contextIri };
    const expand = (document: object) =>
      jsonld.expand(document as jsonld.JsonLdDocument, { documentLoader: loadDocument });
    assert.deepEqual(await expand(named), await expand(inline));
  });

  it('shortens every property and class that the records use', async () => {
    const files = await seedFiles([projectPath('data')], 'http://localhost:3000');
    const quads = (await Promise.all(files.map(readSeedFile))).flat();
    const typed = quads.filter(({ predicate }) => predicate.equals(term('rdf', 'type')));
    const samples = [
      ...new Map(quads.map(quad => [quad.predicate.value, quad])).values(),
      ...new Map(typed.map(quad => [quad.object.value, quad])).values(),
    ];
    assert.ok(samples.length > 60, `${samples.length} properties and classes`);
    for (const sample of samples) {
      const written = JSON.parse(await toJsonLd([sample])) as Record<string, unknown>;
      assert.deepEqual([...Object.keys(written), written['type']].filter(isLong), [], sample.predicate.value);
    }
  });
});

const isLong = (name: unknown) => typeof name === 'string' && name.includes('//');
