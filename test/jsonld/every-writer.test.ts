import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpNames } from '../../src/catalogue/datasets.js';
import { exportCommand } from '../../src/cli/export.js';
import { frameGraph } from '../../src/jsonld/frame.js';
import { jsonLdPieces, toJsonLd } from '../../src/jsonld/write.js';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { kinds } from '../../src/register/kinds.js';
import { folderOf } from '../support/folder.js';
import { smallSeed } from '../support/seeds.js';
import { base, sharedServer } from '../support/server.js';

const namesIn = (folder: string) =>
  readdirSync(projectPath('ontology', folder)).map(file => file.replace('.ttl', ''));
const asked = (query: string) => `/sparql?format=jsonld&query=${encodeURIComponent(query)}`;
/** Literals with a datatype of all that the register knows. */
const typed =
  'PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ' +
  'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isLiteral(?o) && DATATYPE(?o) NOT IN (rdf:langString, xsd:string)) }';

/** Addresses of what is written as JSON-LD. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  'the catalogue': ['/catalog.jsonld'],
  'the ontology': ['/ontology.jsonld'],
  'the context': ['/context/v1.jsonld'],
  shapes: namesIn('shapes').map(name => `/shapes/${name}.jsonld`),
  vocabularies: namesIn('vocabularies').map(name => `/vocabulary/${name}.jsonld`),
  dumps: dumpNames.map(name => `/dump/${name}.jsonld`),
  'lists of the API': kinds.map(kind => `/api/${kind}?size=500&include=involvement`),
  'search of the API': ['/api/search?q=logiciel'],
  'a stored question': ['/queries/action-neighbourhood?format=jsonld'],
  'a small CONSTRUCT': [asked(`${typed} LIMIT 50`)],
  'a large CONSTRUCT': [asked(typed)],
  'a DESCRIBE': [asked(`DESCRIBE <${base}/catalog>`)],
};

/** Literals of every kind, each beside others that JSON-LD says in another way. */
const awkward = `
PREFIX dct: <http://purl.org/dc/terms/> PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
<http://e/a> a sh:NodeShape ; dct:title "none", "fr"@fr, "1"^^xsd:byte ; dct:description "none" ;
  dct:created "2004"^^xsd:gYear, "2004"^^xsd:byte, "2004" ; sh:in (1 "x" "y"@fr true) ; sh:order 1, "un"@fr ;
  sh:value "{\\"@none\\":{\\"@value\\":1,\\"type\\":2}}"^^rdf:JSON ; dct:creator [ dct:title "none", 1.5 ] .
`;

/** What is wrong with a document for readers that know less of JSON-LD: where, and what. */
function faults(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const isValue = '@value' in node;
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === '@none') return [`${path} has @none`];
    if (isValue && !key.startsWith('@')) return [`${path} is a value object with "${key}"`];
    // What stands in a JSON literal is no JSON-LD, and a context says what keys mean.
    return key === '@value' || key === '@context' ? [] : faults(value, `${path}/${key}`);
  });
}

function assertReadable(text: string, name: string): void {
  assert.deepEqual(faults(JSON.parse(text)), [], name);
}

describe('JSON-LD of every writer, as Python reads it', () => {
  for (const [name, paths] of Object.entries(addresses))
    it(`says value objects by keywords, and no @none, in ${name}`, async function () {
      this.timeout(120_000);
      const server = await sharedServer();
      for (const path of paths) {
        const { status, text } = await server.ask(path);
        assert.equal(status, 200, path);
        assertReadable(text, path);
      }
    });

  it('says so in records, as documents and in the API', async () => {
    const server = await sharedServer();
    for (const kind of kinds)
      for (const path of [...(await server.house.register.entries(kind)).keys()].slice(0, 4))
        for (const address of [`/${path}.jsonld`, `/api/${path}`])
          assertReadable((await server.ask(address)).text, address);
  });

  it('says so in what the command exports', async () => {
    const path = join(await folderOf({}), 'out.jsonld');
    const args = ['--seed', await smallSeed(), '--output', 'jsonld', '--to', path];
    await exportCommand().parseAsync(args, { from: 'user' });
    assertReadable(await readFile(path, 'utf8'), path);
  });

  it('says so of literals of every kind, whole, in pieces and in a tree', async () => {
    const quads = await parseRdf(awkward, { format: 'turtle', base });
    let pieces = '';
    for await (const piece of jsonLdPieces(quads.map(quad => [quad]))) pieces += piece;
    const tree = JSON.stringify(await frameGraph(quads, 'http://e/a'));
    for (const text of [await toJsonLd(quads), pieces, tree]) {
      assertReadable(text, text);
      assert.ok(text.replaceAll(' ', '').includes('"@type":"xsd:byte"'), text);
    }
  });

  it('is told when there is a fault', () => {
    const document = { a: [{ '@value': '1', type: 'xsd:byte' }], b: { c: { '@none': 'x' } } };
    assert.equal(faults(document).length, 2);
  });
});
