import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { Store } from 'n3';
import { columnsOf } from '../../src/catalogue/columns.js';
import { dumpNames } from '../../src/catalogue/datasets.js';
import { dumpPath } from '../../src/catalogue/distributions.js';
import { named } from '../../src/catalogue/statements.js';
import { graphFormats } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { kinds } from '../../src/register/kinds.js';
import { base, sharedServer, type Server } from '../support/server.js';

/** Making every file takes seconds the first time. */
const patience = 60_000;

const readCsv = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('dumps', function () {
  this.timeout(patience);
  let server: Server;

  before(async () => {
    server = await sharedServer();
  });

  /** How many triples the documents of a dump have in the store. */
  async function stored(name: string): Promise<number> {
    const { store, identifiers } = server.house.register;
    const names = (await store.graphNames()).filter(iri => {
      const kind = identifiers.ofDocument(iri)?.kind;
      const isVocabulary = iri === identifiers.ontologyGraph || iri.startsWith(`${base}/vocabulary/`);
      return name === 'vocabulary' ? isVocabulary : kind !== undefined && [kind, 'register'].includes(name);
    });
    const all = new Store();
    for (const iri of names)
      for (const { subject, predicate, object } of await store.graph(iri))
        all.addQuad(subject, predicate, object);
    return all.size;
  }

  for (const name of dumpNames)
    it(`of ${name} hold the triples of its documents, the same in every format`, async () => {
      const expected = await stored(name);
      for (const { id, extension, mediaType } of graphFormats) {
        const answer = await server.ask(`/${dumpPath(name, extension)}`);
        assert.equal(answer.headers['content-type'], `${mediaType}; charset=utf-8`);
        const quads = await parseRdf(answer.text, { format: id, base: 'nowhere:/' });
        assert.equal(new Store(quads).size, expected, extension);
      }
    });

  it('of the register hold records, and nothing that is entailed', async () => {
    const { text } = await server.ask('/dump/register.nt');
    const count = (type: string) => text.split(`#type> <${type}>`).length - 1;
    assert.ok((await stored('register')) > 20_000);
    assert.equal(count('http://www.w3.org/ns/dcat#CatalogRecord'), await records());
    assert.equal(count('http://www.w3.org/ns/prov#Activity'), 0);
  });

  async function records(): Promise<number> {
    const counts = kinds.map(async kind => (await server.house.register.entries(kind)).size);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  for (const name of dumpNames)
    it(`of ${name} as CSV have a row for each, under the columns that are documented`, async () => {
      const answer = await server.ask(`/dump/${name}.csv`);
      assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
      assert.ok(answer.text.startsWith('\uFEFF'), 'a byte order mark, so that spreadsheets show accents');
      const [header, ...rows] = readCsv(answer.text);
      const described = await server.ask(`/dump/${name}.csv-metadata.json`);
      assert.equal(described.headers['content-type'], 'application/csvm+json; charset=utf-8');
      assert.ok(
        String(answer.headers['link']).includes(
          `<${base}/dump/${name}.csv-metadata.json>; rel="describedby"`,
        ),
      );
      const { url, tableSchema } = JSON.parse(described.text) as {
        url: string;
        tableSchema: { columns: { name: string; titles: string }[] };
      };
      assert.equal(url, `${base}/dump/${name}.csv`);
      assert.deepEqual(
        header,
        tableSchema.columns.map(({ titles }) => titles),
      );
      assert.equal(new Set(header).size, header!.length);
      for (const row of rows) {
        assert.equal(row.length, header!.length, row[0]);
        for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }
      const { register } = server.house;
      if (name === 'register') assert.equal(rows.length, await records());
      else if (name === 'vocabulary') assert.ok(rows.length > 150);
      else assert.equal(rows.length, (await register.entries(name)).size);
    });

  it('as CSV show accents, names and involvements as they are in the records', async () => {
    const [header, ...rows] = readCsv((await server.ask('/dump/commons.csv')).text);
    const row = rows.find(([id]) => id === `${base}/id/commons/aidants-connect`);
    const cell = (name: string) => row?.[header!.indexOf(name)];
    assert.equal(cell('title_fr'), 'Aidants Connect');
    assert.equal(cell('type_label'), 'Logiciel');
    assert.equal(cell('keyword_fr'), 'inclusion numérique|social');
    assert.equal(cell('created'), '2019');
    assert.equal(cell('involvement'), `${base}/id/actor/anct`);
    assert.equal(cell('involvement_role'), 'https://w3id.org/communaux/vocabulary/role#steward');
    assert.match(
      String(cell('involvement_label')),
      /^Garant : Agence nationale de la cohésion des territoires/,
    );
    assert.equal(cell('record_modified'), '2026-11-22');
  });

  it('as CSV leave no property of a record out', async () => {
    const { register } = server.house;
    // Classes stand in the kind; a shortcut says what its qualified link says.
    const elsewhere = ['rdf:type', 'foaf:primaryTopic', 'skos:topConceptOf'];
    const shortcuts = [
      'reinforces',
      'complements',
      'overlaps',
      'hampers',
      'dependsOn',
      'coordinatedWith',
      'succeeds',
    ];
    const missing = new Set<string>();
    for (const kind of kinds) {
      const shown = [...elsewhere, ...shortcuts.map(name => `pac:${name}`)];
      const steps = columnsOf(kind).flatMap(({ path }) => path.split(/[|/]/));
      const known = new Set([...shown, ...steps].map(name => named(name).value));
      for (const { path } of (await register.entries(kind)).values())
        for (const { subject, predicate } of await register.store.graph(`${base}/${path}`))
          if (!subject.value.includes('#') && !known.has(predicate.value))
            missing.add(`${kind} ${predicate.value}`);
    }
    assert.deepEqual([...missing], []);
  });
});
