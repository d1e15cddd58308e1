import assert from 'node:assert/strict';
import { frameGraph } from '../../src/jsonld/frame.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { contextIri } from '../../src/jsonld/document-loader.js';
import { readable } from '../../src/jsonld/readable.js';

const base = 'http://localhost:3000';
const thing = `${base}/id/commons/x`;
const turtle = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<${thing}> dct:title "Sans langue" ; dct:description "Deux"@fr, "Aucune" ;
  dcat:keyword "un", "deux", "trois"@fr ; dct:license <https://licence.example/x> .
<https://licence.example/x> skos:prefLabel "Licence X" .
`;

describe('texts without a language', () => {
  it('stand alone under their key, or under their property beside others', async () => {
    const tree = await frameGraph(await parseRdf(turtle, { format: 'turtle', base }), thing);
    assert.ok(!JSON.stringify(tree).includes('@none'));
    assert.equal(tree['title'], 'Sans langue');
    assert.deepEqual(tree['description'], { fr: 'Deux' });
    assert.equal(tree['dct:description'], 'Aucune');
    assert.deepEqual(tree['keyword'], { fr: ['trois'] });
  });

  it('are the same triples when they are read again', async () => {
    const quads = await parseRdf(turtle, { format: 'turtle', base });
    const tree = await frameGraph(quads, thing);
    const text = JSON.stringify({ '@context': contextIri, ...tree });
    const read = await parseRdf(text, { format: 'jsonld', base });
    const lines = async (given: typeof quads) =>
      (await serializeRdf(given, 'ntriples')).trim().split('\n').sort();
    assert.deepEqual(await lines(read), await lines(quads));
  });

  it('leave all else as it is', () => {
    const tree = { id: 'x', title: { fr: 'a' }, list: [{ name: { '@none': 'b' } }, 'c', 1, null] };
    assert.deepEqual(readable(tree), { ...tree, list: [{ name: 'b' }, 'c', 1, null] });
  });

  it('stand beside texts of another datatype, none of which is lost', async () => {
    const mixed = `<${thing}> <http://purl.org/dc/terms/title> "a"@fr, "b", "c", "1"^^<http://www.w3.org/2001/XMLSchema#integer> .`;
    const quads = await parseRdf(mixed, { format: 'turtle', base });
    const tree = await frameGraph(quads, thing);
    assert.deepEqual(tree['title'], { fr: 'a' });
    assert.deepEqual(tree['dct:title'], ['b', 'c', { '@type': 'xsd:integer', '@value': '1' }]);
  });
});

describe('value objects', () => {
  it('name their keys by keywords, and nodes by the keys of the context', () => {
    assert.deepEqual(
      readable({ id: 'http://e/a', type: ['C'], 'e:p': [{ type: 'xsd:byte', '@value': '1' }] }),
      { id: 'http://e/a', type: ['C'], 'e:p': [{ '@type': 'xsd:byte', '@value': '1' }] },
    );
  });

  it('keep the JSON of a JSON literal as it is', () => {
    const json = { '@none': 1, type: { type: 'x', '@value': 'y' }, list: [{ title: { '@none': 'z' } }] };
    assert.deepEqual(readable({ 'e:p': { type: '@json', '@value': json } }), {
      'e:p': { '@type': '@json', '@value': json },
    });
  });
});
