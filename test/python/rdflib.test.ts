import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { kinds } from '../../src/register/kinds.js';
import { quad } from '../../src/rdf/terms.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { base, sharedServer, type Server } from '../support/server.js';
import { installPython, runPython } from './python.js';

const record = 'commons/openstreetmap';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** What the script tells of a document, by its Turtle and by its JSON-LD. */
interface Compared {
  readonly name: string;
  readonly triples: number;
  readonly literals: number;
  readonly datatypes: readonly string[];
}

const asGraph = (query: string, format: string) =>
  `/sparql?format=${format}&query=${encodeURIComponent(query)}`;
const numbers =
  'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isIRI(?s) && isLiteral(?o) && !LANGMATCHES(LANG(?o), "*")) }';

/** The addresses of one document in both formats. */
const inBoth = (path: string) => ({ name: path, turtle: `/${path}.ttl`, jsonld: `/${path}.jsonld` });
const bySparql = (name: string, query: string) => ({
  name,
  turtle: asGraph(query, 'turtle'),
  jsonld: asGraph(query, 'jsonld'),
});

async function documents({ house }: Server) {
  const shapes = readdirSync(projectPath('ontology', 'shapes')).map(file =>
    inBoth(`shapes/${file.replace('.ttl', '')}`),
  );
  const records = await Promise.all(
    kinds.map(async kind => [...(await house.register.entries(kind)).keys()].slice(0, 2).map(inBoth)),
  );
  return [
    inBoth('catalog'),
    inBoth('ontology'),
    inBoth('vocabulary/role'),
    ...shapes,
    inBoth(record),
    ...records.flat(),
    {
      name: `api/${record}`,
      turtle: `/api/${record}?format=turtle`,
      jsonld: `/api/${record}?context=inline`,
    },
    bySparql('a small CONSTRUCT', `${numbers} LIMIT 500`),
    bySparql('a large CONSTRUCT', numbers),
    bySparql('a DESCRIBE', `DESCRIBE <${base}/id/${record}>`),
  ];
}

describe('rdflib', function () {
  this.timeout(300_000);
  let server: Server;

  before(async () => {
    installPython();
    server = await sharedServer();
  });

  it('reads the same from JSON-LD as from Turtle: every literal, and the graph as a whole', async () => {
    // The catalogue tells the sizes of files once they are made, and its page has an address by format.
    await server.house.makeFiles();
    const text = async (path: string) => {
      const { status, text: body } = await server.ask(path);
      assert.equal(status, 200, path);
      return body.replaceAll(`${base}/catalog.jsonld?`, `${base}/catalog.ttl?`);
    };
    const pairs = [];
    for (const { name, turtle, jsonld } of await documents(server))
      pairs.push({ name, base: `${base}/${name}`, turtle: await text(turtle), jsonld: await text(jsonld) });
    const compared = await runPython<Compared[]>('read.py', pairs);
    const same = { literalsLacking: [], literalsBeside: [], lacking: [], beside: [] };
    for (const { name, triples, literals, datatypes, ...differences } of compared) {
      assert.deepEqual(differences, same, name);
      assert.ok(triples > 5 && literals > 0, `${name}: ${triples} triples, ${literals} literals`);
      if (name.startsWith('a small')) assert.ok(datatypes.includes(`${xsd}date`), datatypes.join());
    }
    const all = new Set(compared.flatMap(({ datatypes }) => datatypes));
    for (const type of ['integer', 'boolean', 'date', 'gYear', 'decimal', 'gYearMonth', 'nonNegativeInteger'])
      assert.ok(all.has(`${xsd}${type}`), `no ${type} among ${[...all].join()}`);
  });

  it('reads the endpoint as a store, by GET and by both kinds of POST', async () => {
    const { store } = server.house.register;
    const document = `${base}/${record}`;
    const given = { endpoint: `${server.origin}/sparql`, document, thing: `${base}/id/${record}` };
    const told = await runPython<Record<string, StoreTold>>('store.py', given);
    const expected = (await store.graph(document)).map(triple);
    assert.deepEqual(Object.keys(told), ['GET', 'POST', 'POST_FORM']);
    for (const { constructed, ofDocument, ...facts } of Object.values(told)) {
      assertIsomorphic(await ntriples(constructed), expected);
      assertIsomorphic(await ntriples(ofDocument), expected);
      const titles = ['"OpenStreetMap"@en', '"OpenStreetMap"@fr'];
      const { described, solutionsInJson, ...others } = facts;
      assert.ok(described >= 20 && solutionsInJson >= 20, JSON.stringify(facts));
      assert.deepEqual(others, {
        titles,
        objects: titles,
        asked: true,
        known: true,
        length: store.size,
        contexts: [document, `${base}/graph/entailed`],
        graphs: (await store.graphNames()).length,
        lengthOfDocument: expected.length,
      });
    }
  });
});

/** What the script found in the store. */
interface StoreTold {
  readonly constructed: string;
  readonly ofDocument: string;
  readonly described: number;
  readonly solutionsInJson: number;
}

function ntriples(text: string): Promise<Quad[]> {
  return parseRdf(text, { format: 'ntriples', base });
}

function triple({ subject, predicate, object }: Quad): Quad {
  return quad(subject, predicate, object);
}
