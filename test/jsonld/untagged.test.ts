import assert from 'node:assert/strict';
import { frameGraph } from '../../src/jsonld/frame.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { contextIri } from '../../src/jsonld/document-loader.js';
import { withoutNone } from '../../src/jsonld/untagged.js';
import { kinds } from '../../src/register/kinds.js';
import { sharedServer } from '../support/server.js';

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
    assert.deepEqual(withoutNone(tree), { ...tree, list: [{ name: 'b' }, 'c', 1, null] });
  });

  it('never come to a reader of the API as @none', async function () {
    this.timeout(120_000);
    const server = await sharedServer();
    const { register } = server.house;
    for (const kind of kinds) {
      assert.ok(
        !(await server.ask(`/api/${kind}?size=500&include=involvement`)).text.includes('@none'),
        kind,
      );
      for (const path of [...(await register.entries(kind)).keys()].slice(0, 6))
        assert.ok(!(await server.ask(`/api/${path}`)).text.includes('@none'), path);
    }
  });
});
